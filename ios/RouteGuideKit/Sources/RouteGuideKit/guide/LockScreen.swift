// What the locked phone shows of a ride: what comes next, how far it is, what is the matter. Less than the screen does, so
// that it changes seldom. How it is drawn lives with the app.
import RouteGuide

/// A ride as the locked phone shows it.
public struct RideSight: Equatable, Sendable {
    public let name: String
    public let isPaused: Bool
    public let signal: Signal
    public let nextStop: Next?
    public let offRoute: Off?

    /// How much of the way is done, and how far it still is.
    public let share: Double
    public let remainingM: Double?

    /// The stop that comes.
    public struct Next: Equatable, Sendable {
        public let name: String
        public let aheadM: Double
        public let etaMs: Int64
    }

    /// How far the way is, and where.
    public struct Off: Equatable, Sendable {
        public let distanceM: Double
        public let backDeg: Double
    }
}

extension Ride {
    /// What the locked phone shows of it.
    public var sight: RideSight {
        RideSight(
            name: name, isPaused: isPaused, signal: signal,
            nextStop: update?.nextStop.map { .init(name: $0.name, aheadM: $0.aheadM, etaMs: $0.etaMs) },
            offRoute: update?.offRoute.map { .init(distanceM: $0.distanceM, backDeg: $0.backDeg) },
            share: update?.share ?? 0, remainingM: update?.remainingM)
    }
}

/// The locked screen of a phone.
@MainActor
public protocol LockScreen: AnyObject {
    /// Shows a ride in the traveller's words; nothing ends it.
    func show(_ sight: RideSight?, _ say: Wording?)
}
