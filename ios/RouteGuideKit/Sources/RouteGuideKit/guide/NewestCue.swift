// The newest thing that the guide said, large above the map until it is old or put away. The words are the core's.
import RouteGuide

/// Long enough to stop and read it.
private let shownMs: Int64 = 30_000

/// More than this is no call but a story, and is set smaller.
private let callLength = 100

/// The newest cue.
public struct NewestCue: Hashable, Sendable {
    public let text: String

    /// When it is old, by the clock that nobody sets; never, if it is to be put away by hand.
    let oldMs: Int64?

    /// Whether it is more than a call.
    public var isStory: Bool { text.count > callLength }
}

extension Ride {
    /// The newest cue, also when it is old.
    var newestCue: NewestCue? {
        if let foundAgain { return NewestCue(text: foundAgain, oldMs: nil) }
        return cues.first.map { NewestCue(text: $0.text, oldMs: cueCameMs + shownMs) }
    }
}
