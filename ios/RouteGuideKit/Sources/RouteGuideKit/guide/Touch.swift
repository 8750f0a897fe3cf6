// Cues that are felt: each kind by itself, so that a phone in the pocket tells them apart.
import RouteGuide

/// What is felt.
public enum Touch: Int, Comparable, Sendable {
    /// Something lies ahead.
    case once

    /// Something is reached.
    case twice

    /// Something is wrong.
    case long

    public static func < (one: Touch, other: Touch) -> Bool { one.rawValue < other.rawValue }

    /// What is felt at a cue; nothing at many.
    public init?(_ event: CueEvent) {
        switch event {
        case .stopAhead, .modeAhead, .inView, .backOnRoute: self = .once
        case .arrived, .stageEnded, .routeEnded: self = .twice
        case .leftRoute: self = .long
        default: return nil
        }
    }
}

/// Something that can be felt.
@MainActor
public protocol Haptics: AnyObject {
    func feel(_ touch: Touch)
}
