// What the traveller chose, one thing at a time: the core takes all of their settings at once.
import RouteGuide

/// A traveller's settings, each of which can be chosen anew while the rest stays.
public struct ChosenSettings: Equatable, Sendable {
    public var language: String?
    public var units: Units
    public var voice: Bool
    public var theme: Theme
    public var mapStyle: MapDrawing
    public var binDays: UInt32
    public var offRouteAlarmM: Double
    public var stopAheadM: Double?

    init(_ settings: TravellerSettings) {
        (language, units, voice, theme) = (settings.language, settings.units, settings.voice, settings.theme)
        (mapStyle, binDays) = (settings.mapStyle, settings.binDays)
        (offRouteAlarmM, stopAheadM) = (settings.offRouteAlarmM, settings.stopAheadM)
    }

    /// As the core takes them.
    var settings: TravellerSettings {
        TravellerSettings(
            language: language, units: units, voice: voice, theme: theme, mapStyle: mapStyle, binDays: binDays,
            offRouteAlarmM: offRouteAlarmM, stopAheadM: stopAheadM)
    }
}
