// What sets a stop apart from others on its route.
import RouteGuide

/// A mark of a stop.
public enum StopMark: Hashable, Sendable {
    case visited
    case visitedOn(Int64)
    case optional
    case notOfficial

    /// What it says.
    public func told(_ say: Wording) -> String {
        switch self {
        case .visited: say(.visited)
        case .visitedOn(let ms): say(.visitedOn(say.day(ms)))
        case .optional: say(.optional)
        case .notOfficial: say(.notOfficial)
        }
    }

    /// Whether it tells that the traveller was there.
    public var isVisit: Bool {
        switch self {
        case .visited, .visitedOn: true
        case .optional, .notOfficial: false
        }
    }
}

extension Stop {
    /// What sets it apart, besides visits.
    var marks: [StopMark] { (optional ? [.optional] : []) + (official ? [] : [.notOfficial]) }
}
