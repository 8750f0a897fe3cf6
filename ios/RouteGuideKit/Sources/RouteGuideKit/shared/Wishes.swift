// What a traveller wishes of the library on a screen that goes on showing what it shows, and why the last wish could not be
// met: kept by the screen's model, said at the bottom of the screen.
import Observation
import RouteGuide

/// Wishes, and what became of the last.
@MainActor
@Observable
public final class Wishes {
    /// Why the last one could not be met.
    public private(set) var trouble: Said?

    public init() {}

    /// Makes a wish.
    @discardableResult
    public func make<Value: Sendable>(_ wish: () async -> Answer<Value>) async -> Value? {
        let answer = await wish()
        trouble = answer.said
        return answer.value
    }

    /// The traveller has read what went wrong.
    public func seen() {
        trouble = nil
    }
}
