// The traveller's place as far as it is known, and what is told of it where it is not known well enough.
import RouteGuide

/// The traveller's place.
public struct Here: Hashable, Sendable {
    /// How the phone's positions stand; nothing while nobody asks.
    public var signal: Signal?

    /// Where the phone is, or was last.
    public var fix: Fix?

    /// What the traveller lets the app know of it.
    public var allowed = Allowed.notAsked

    /// The place; nothing while it is not known.
    public var position: Position? { fix.map { Position(lat: $0.lat, lon: $0.lon) } }

    /// Why the place is not shown, or not exactly; nothing while all is well.
    public var shortcoming: Shortcoming? {
        switch signal {
        case nil: nil
        case .there: allowed == .roughly ? .roughly : nil
        case .waiting: .waiting
        case .lost: .lost
        case .switchedOff: .switchedOff
        case .notAllowed: allowed == .notAsked ? .notAsked : .notAllowed
        }
    }
}

/// Why the traveller's place is not shown, or not exactly.
public enum Shortcoming: Hashable, Sendable {
    case waiting, lost, switchedOff, notAsked, notAllowed, roughly

    /// What is told of it.
    public var text: Phrase {
        switch self {
        case .waiting: .locationWaiting
        case .lost: .locationLost
        case .switchedOff: .locationSwitchedOff
        case .notAsked, .notAllowed: .locationNotKnown
        case .roughly: .locationRoughly
        }
    }

    /// What the traveller can do about it.
    public var wayOut: WayOut? {
        switch self {
        // The phone's settings know nothing of an app that has not asked: each screen has its own button for it.
        case .waiting, .lost, .notAsked: nil
        case .switchedOff: .settings(.locationSwitchOn)
        case .notAllowed: .settings(.locationAllow)
        case .roughly: .askExactly(.allowExactly)
        }
    }
}

/// What the traveller can do so that their place is known, by what it is called.
public enum WayOut: Hashable, Sendable {
    /// Only the traveller can change it, in the phone's settings.
    case settings(Phrase)

    /// The app asks once more.
    case askExactly(Phrase)
}
