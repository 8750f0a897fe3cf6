// What keeps the guide from being as good as it could be, each in a line, with what the traveller can do about it.
import RouteGuide

/// Something that is the matter.
public struct RideTrouble: Equatable, Identifiable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        case paused, waiting, lost, switchedOff, notAllowed, refused, notKept, voiceMissing
    }

    /// What helps.
    public enum Remedy: Hashable, Sendable {
        /// The phone's settings for this app.
        case settings

        /// Asking again for what the guide needs.
        case goOn
    }

    public let kind: Kind
    public let text: String
    public var remedy: Remedy?

    public var id: Kind { kind }

    /// Whether the traveller is not guided, or loses something, as long as it lasts.
    public var isGrave: Bool {
        switch kind {
        case .lost, .switchedOff, .notAllowed, .notKept: true
        case .paused, .waiting, .refused, .voiceMissing: false
        }
    }

    /// What the button of the remedy says.
    public func remedyLabel(_ say: Wording) -> String? {
        remedy.map { say($0 == .settings ? .openLocationSettings : .allowLocation) }
    }
}

extension Ride {
    /// Whatever there is of troubles, by the clock that nobody sets.
    public func troubles(_ say: Wording, sinceStart nowMs: Int64) -> [RideTrouble] {
        let kept = notKept.map { RideTrouble(kind: .notKept, text: $0.text) }
        return [isPaused ? RideTrouble(kind: .paused, text: say(.guidePaused)) : nil, ofSignal(say, nowMs), kept]
            .compactMap { $0 }
    }

    private func ofSignal(_ say: Wording, _ nowMs: Int64) -> RideTrouble? {
        switch signal {
        case .there: refused.map { RideTrouble(kind: .refused, text: $0.text) }
        // Before the first place that is known, there is nothing else to say, and what comes says it.
        case .waiting:
            isPaused || update == nil ? nil : RideTrouble(kind: .waiting, text: say(signal.text))
        case .lost:
            RideTrouble(kind: .lost, text: say(.guideLost(say.words.duration(ms: nowMs - fixCameMs))))
        case .switchedOff: RideTrouble(kind: .switchedOff, text: say(signal.text), remedy: .settings)
        case .notAllowed: RideTrouble(kind: .notAllowed, text: say(signal.text), remedy: .goOn)
        }
    }
}
