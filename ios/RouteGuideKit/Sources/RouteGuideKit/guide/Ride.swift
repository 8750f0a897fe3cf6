// What a traveller under way is shown, and how a fix changes it. The only place where a step of the core becomes a state
// of the screen and of the locked screen.
import RouteGuide

/// A traveller under way.
public struct Ride: Equatable, Sendable {
    /// How many cues can be looked at again.
    static let cuesShown = 20

    public let way: Way
    public let reversed: Bool

    /// Of the route or track.
    public let name: String

    /// The number of the recording that the ride goes into.
    public let recording: UInt32?

    public internal(set) var isPaused = false
    public internal(set) var signal = Signal.waiting
    public internal(set) var rate = Rate.atFirst

    /// The last fix that was believed; and when the last of all came, by the clock that nobody sets.
    public internal(set) var fix: Fix?
    public internal(set) var fixCameMs: Int64 = 0

    /// What the core made of the last fix that it believed.
    public internal(set) var update: GuideUpdate?

    /// Why it did not believe the last one.
    public internal(set) var refused: Refused?

    public internal(set) var tally: Tally?

    /// Where the traveller was last known to be heading.
    public internal(set) var courseDeg: Double?

    /// The newest first, and when that one came.
    public internal(set) var cues: [Cue] = []
    public internal(set) var cueCameMs: Int64 = 0

    /// Why fixes are not kept at present, or the ride does not end.
    public internal(set) var notKept: Said?

    /// What was said when the place was found again after a change of the route; until there is something new to say.
    public internal(set) var foundAgain: String?

    /// The stops that come, the next one first; none on a track.
    public internal(set) var stopsAhead: [StopAhead] = []

    /// The map's layers that go with it.
    public internal(set) var hereLayer: String?
    public internal(set) var stopsLayer: String?

    /// How one travels on each leg; nothing on a track.
    let modes: [TravelMode]

    /// The same ride, one fix later.
    func after(_ taken: Taken, cameMs: Int64) -> Ride {
        let step = taken.step.step
        let told = step.update?.cues ?? []
        var ride = self
        ride.signal = .there
        ride.update = step.update ?? update
        ride.rate = Rate(
            everyMs: Int64(step.nextFixAfterS * 1_000), accuracyM: step.nextFixAccuracyM, mode: ride.mode)
        if step.update != nil { ride.fix = taken.fix }
        ride.fixCameMs = cameMs
        ride.refused = step.refused
        ride.tally = taken.step.tally ?? tally
        ride.courseDeg = taken.fix.courseDeg ?? courseDeg
        ride.cues = Array((told.reversed() + cues).prefix(Self.cuesShown))
        if !told.isEmpty {
            ride.cueCameMs = cameMs
            ride.foundAgain = nil
        }
        ride.notKept = taken.step.notKept
        ride.hereLayer = taken.hereLayer ?? hereLayer
        ride.stopsLayer = taken.stopsLayer ?? stopsLayer
        ride.stopsAhead = taken.stopsAhead ?? stopsAhead
        return ride
    }

    /// How the traveller moves now.
    var mode: TravelMode? {
        guard let leg = update?.matched.leg, Int(leg) < modes.count else { return nil }
        return modes[Int(leg)]
    }
}

/// What the core made of a fix.
struct Taken: Sendable {
    let fix: Fix
    let step: JourneyStep

    /// The traveller on the map; nothing where the fix was refused, since it may be no place on earth.
    var hereLayer: String?

    /// The stops on the map, where they have changed.
    var stopsLayer: String?

    /// The stops that come; nothing where the fix was refused.
    var stopsAhead: [StopAhead]?
}
