// The line that leads back to the guide from anywhere in the app: while a journey is under way, and after a kill that ended
// it, with the way to go on.
import Observation
import RouteGuide

/// What the line says.
public struct UnderwaySaid: Equatable, Sendable {
    public let title: String
    public let detail: String
}

/// The line.
@MainActor
@Observable
public final class UnderwayModel {
    /// What a kill left under way.
    public let interrupted: Following<Underway?>

    @ObservationIgnored private let parts: Parts

    public init(_ parts: Parts) {
        self.parts = parts
        interrupted = Following(parts.home) { shelf in try shelf.library.underway() }
    }

    /// What it says; nothing while nobody is under way.
    public func said(_ say: Wording) -> UnderwaySaid? {
        if let ride = parts.guiding.ride {
            return UnderwaySaid(title: ride.update?.nextStop?.name ?? ride.name, detail: ride.detail(say))
        }
        guard case .given(let left?) = interrupted.answer else { return nil }
        return UnderwaySaid(title: left.name, detail: say(.wasInterrupted))
    }

    /// Leads to the guide.
    public func open() {
        parts.navigator.openGuide()
    }
}

extension Ride {
    fileprivate func detail(_ say: Wording) -> String {
        if isPaused { return say(.paused) }
        if signal != .there { return say(signal.text) }
        if let next = update?.nextStop { return say.words.distance(metres: next.distanceM) }
        return update.map { say(.toGo(say.words.distance(metres: $0.remainingM))) } ?? ""
    }
}
