// The ways to set out on a route, as its screen offers them. What stands between the wish and the way lives with the guide.
import RouteGuide

/// The main action of a route's screen.
public enum Beginning: Equatable, Sendable {
    case start(Departure)
    case goOn(alongM: Double)

    /// The traveller is under way on it.
    case guide

    /// What it is called.
    public var name: Phrase {
        switch self {
        case .start: .start
        case .goOn: .goOnRoute
        case .guide: .toGuide
        }
    }

    /// How far the traveller has come.
    public func reached(_ say: Wording) -> String? {
        guard case .goOn(let alongM) = self else { return nil }
        return say(.atDistance(say.words.distance(metres: alongM)))
    }

    /// From where one sets out; nothing for one who is under way.
    public var departure: Departure? {
        switch self {
        case .start(let departure): departure
        case .goOn: .continue
        case .guide: nil
        }
    }
}

/// Other ways to set out than from the start to the end.
public enum OtherStart: CaseIterable, Sendable {
    case here
    case reversed

    /// What it is called.
    public var name: Phrase {
        switch self {
        case .here: .startHere
        case .reversed: .startReversed
        }
    }

    /// What it means.
    public var why: Phrase {
        switch self {
        case .here: .startHereWhy
        case .reversed: .reversedWhy
        }
    }

    /// Against the direction of the route.
    public var isReversed: Bool { self == .reversed }

    /// From where one sets out.
    public var departure: Departure { self == .here ? .here : .continue }
}
