// What there is to choose from, each in the words it is chosen by.
import RouteGuide

/// Something that can be chosen.
public struct Option<Value: Hashable & Sendable>: Hashable, Identifiable, Sendable {
    public let value: Value
    public let text: String

    public var id: Value { value }

    init(_ value: Value, _ text: String) {
        (self.value, self.text) = (value, text)
    }
}

extension Wording {
    /// Languages by their own names: who cannot read the present one finds theirs.
    public var languages: [Option<String?>] {
        [
            Option(nil, self(.settingsAsPhone)), Option("lt", "Lietuvių"), Option("en", "English"),
            Option("de", "Deutsch"),
        ]
    }

    public var units: [Option<Units>] {
        [Option(.metric, self(.settingsMetric)), Option(.imperial, self(.settingsImperial))]
    }

    public var themes: [Option<Theme>] {
        [
            Option(.system, self(.settingsAsPhone)), Option(.light, self(.settingsLight)),
            Option(.dark, self(.settingsDark)),
        ]
    }

    public var drawings: [Option<MapDrawing>] {
        [Option(.full, self(.settingsMapFull)), Option(.plain, self(.settingsMapPlain))]
    }

    /// How far from the route the alarm comes; the core takes 10 to 500 m. What is set now is among them, whatever it is.
    public func offRoute(now: Double) -> [Option<Double>] {
        distances([10, 20, 30, 50, 100, 200, 500], now)
    }

    /// How far ahead stops are announced; the core takes 50 to 2,000 m, or finds it by the pace.
    public func stopAhead(now: Double?) -> [Option<Double?>] {
        let metres = distances([50, 100, 200, 500, 1_000, 2_000], now)
        return [Option(nil, self(.settingsByPace))] + metres.map { Option($0.value, $0.text) }
    }

    /// How long deleted tracks stay in the bin.
    public func binDays(now: UInt32) -> [Option<UInt32>] {
        Set([7, 30, 90, 365, now]).sorted().map { Option($0, self(.days(Int($0)))) }
    }

    /// A language by its own name, as it stands within a sentence of that language.
    public var ownName: String { locale.localizedString(forLanguageCode: language) ?? language }

    private func distances(_ usual: Set<Double>, _ now: Double?) -> [Option<Double>] {
        usual.union(now.map { [$0] } ?? []).sorted().map { Option($0, words.distance(metres: $0)) }
    }
}
