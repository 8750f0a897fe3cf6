// What the locked phone shows of a ride: what comes next, how far it is, what is the matter, in the traveller's words and
// rounded as they say it, so that it changes seldom. How it is drawn lives with the app.
import RouteGuide

/// A ride as the locked phone shows it.
public struct RideSight: Equatable, Sendable {
    /// What a traveller looks for first.
    public enum State: String, Codable, Sendable {
        case underway, paused, offRoute, noPosition
    }

    public let state: State

    /// The stop that comes; the route's name where none does.
    public let title: String

    /// How far it is and when; or what is the matter.
    public let text: String

    /// How far it is, where there is room for nothing else.
    public let distance: String?

    /// The stage, on a route that has more than one.
    public let stage: String?

    /// How far it still is to the end.
    public let remaining: String?

    /// How much of the way is done, in hundredths.
    public let percent: Int

    /// What its one button does: pauses, or goes on.
    public let button: String
}

extension Ride {
    /// What the locked phone shows of it.
    func sight(_ say: Wording) -> RideSight {
        RideSight(
            state: state, title: update?.nextStop?.name ?? name, text: text(say), distance: distance(say),
            stage: stageName(say), remaining: update.map { say(.toGo(say.words.distance(metres: $0.remainingM))) },
            percent: Int(((update?.share ?? 0) * 100).rounded(.down)), button: say(isPaused ? .resume : .pause))
    }

    private var state: RideSight.State {
        if isPaused { return .paused }
        if signal != .there { return .noPosition }
        return update?.offRoute == nil ? .underway : .offRoute
    }

    private func text(_ say: Wording) -> String {
        if isPaused { return say(.paused) }
        if signal != .there { return say(signal.text) }
        if let off = update?.offRoute {
            let howFar = say.words.distance(metres: off.distanceM)
            return say(.offRouteLine(howFar, say.words.direction(bearingDeg: off.backDeg)))
        }
        if let next = update?.nextStop {
            return say(.nextStopLine(say.words.distance(metres: next.distanceM), say.time(next.etaMs)))
        }
        return update.map { say(.toGo(say.words.distance(metres: $0.remainingM))) } ?? say(.guideNoPlaceYet)
    }

    private func distance(_ say: Wording) -> String? {
        guard state == .underway || state == .offRoute else { return nil }
        let metres = update?.offRoute?.distanceM ?? update?.nextStop?.distanceM ?? update?.remainingM
        return metres.map { say.words.distance(metres: $0) }
    }
}

extension Signal {
    /// How the phone's positions stand, in words.
    var text: Phrase {
        switch self {
        case .waiting: .signalWaiting
        case .there: .signalThere
        case .lost: .signalLost
        case .switchedOff: .signalSwitchedOff
        case .notAllowed: .signalNotAllowed
        }
    }
}

/// The locked screen of a phone.
@MainActor
public protocol LockScreen: AnyObject {
    /// Shows a ride; nothing takes away what is there.
    func show(_ sight: RideSight?)
}
