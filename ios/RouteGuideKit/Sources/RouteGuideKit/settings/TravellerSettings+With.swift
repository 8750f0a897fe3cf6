// One thing chosen anew, and the rest as it was: the core takes all of a traveller's settings at once.
import RouteGuide

extension TravellerSettings {
    public func with(language: String?) -> Self { with(chosen: .some(language)) }
    public func with(units: Units) -> Self { with(chosen: nil, units: units) }
    public func with(voice: Bool) -> Self { with(chosen: nil, voice: voice) }
    public func with(theme: Theme) -> Self { with(chosen: nil, theme: theme) }
    public func with(mapStyle: MapDrawing) -> Self { with(chosen: nil, mapStyle: mapStyle) }
    public func with(binDays: UInt32) -> Self { with(chosen: nil, binDays: binDays) }
    public func with(offRouteAlarmM: Double) -> Self { with(chosen: nil, offRouteAlarmM: offRouteAlarmM) }
    public func with(stopAheadM: Double?) -> Self { with(chosen: nil, stopAheadM: .some(stopAheadM)) }

    private func with(
        chosen language: String??, units: Units? = nil, voice: Bool? = nil, theme: Theme? = nil,
        mapStyle: MapDrawing? = nil, binDays: UInt32? = nil, offRouteAlarmM: Double? = nil, stopAheadM: Double?? = nil
    ) -> Self {
        TravellerSettings(
            language: language ?? self.language, units: units ?? self.units, voice: voice ?? self.voice,
            theme: theme ?? self.theme, mapStyle: mapStyle ?? self.mapStyle, binDays: binDays ?? self.binDays,
            offRouteAlarmM: offRouteAlarmM ?? self.offRouteAlarmM, stopAheadM: stopAheadM ?? self.stopAheadM)
    }
}
