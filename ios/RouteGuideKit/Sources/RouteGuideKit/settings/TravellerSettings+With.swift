// The traveller's settings with one of them chosen anew; the others stay.
import RouteGuide

extension TravellerSettings {
    /// The same settings, but for what is named. No language is as the phone has it, no distance ahead is by pace.
    func with(
        language: String?? = nil, units: Units? = nil, voice: Bool? = nil, theme: Theme? = nil,
        mapStyle: MapDrawing? = nil, binDays: UInt32? = nil, offRouteAlarmM: Double? = nil, stopAheadM: Double?? = nil
    ) -> TravellerSettings {
        TravellerSettings(
            language: language ?? self.language, units: units ?? self.units, voice: voice ?? self.voice,
            theme: theme ?? self.theme, mapStyle: mapStyle ?? self.mapStyle, binDays: binDays ?? self.binDays,
            offRouteAlarmM: offRouteAlarmM ?? self.offRouteAlarmM, stopAheadM: stopAheadM ?? self.stopAheadM)
    }
}
