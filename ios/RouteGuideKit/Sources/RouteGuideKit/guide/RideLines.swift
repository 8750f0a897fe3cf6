// How the ride stands, a line for each: the stage and the route, the recording, the stops that come.
import RouteGuide

/// As many stops as anybody plans for.
private let stopsShown = 12

/// How far the stage and the route are done.
public struct StageLine: Equatable, Sendable {
    /// The stage, on a route that has more than one.
    public let stage: String?

    /// How much of the stage is done.
    public let share: Double

    /// How far it still is.
    public let toGo: String

    /// When the traveller will be at the end.
    public let end: String
}

/// A stop that comes, as a list shows it.
public struct StopLine: Equatable, Identifiable, Sendable {
    public let id: String
    public let name: String

    /// How far it is along the route.
    public let distance: String
}

extension Ride {
    /// How far the stage and the route are done; nothing before that is known.
    public func stageLine(_ say: Wording) -> StageLine? {
        guard let update else { return nil }
        let stage = update.stage
        let toEnd = say.words.distance(metres: update.remainingM)
        let isOne = stage.of <= 1
        return StageLine(
            stage: stageName(say), share: stage.share,
            toGo: isOne ? say(.toGo(toEnd)) : say(.guideToGoBoth(say.words.distance(metres: stage.remainingM), toEnd)),
            end: say(.guideEndAround(say.time(update.etaMs))))
    }

    /// Which of the stages it is; nothing where there is one only.
    func stageName(_ say: Wording) -> String? {
        guard let stage = update?.stage, stage.of > 1 else { return nil }
        return say(.guideStage(Int(stage.number), Int(stage.of), stage.name))
    }

    /// How the recording stands: how far, how long.
    public func recordingLine(_ say: Wording) -> String {
        guard recording != nil else { return say(.guideNotRecorded) }
        guard let tally, tally.durationMs > 0 else { return say(.guideRecorded) }
        let (howFar, howLong) = (say.words.distance(metres: tally.distanceM), say.words.duration(ms: tally.durationMs))
        return say(.guideRecordedSoFar(howFar, howLong))
    }

    /// The stops that come.
    public func stopLines(_ say: Wording) -> [StopLine] {
        stopsAhead.prefix(stopsShown).map { stop in
            StopLine(
                id: stop.id, name: stop.name, distance: say(.guideAlong(say.words.distance(metres: stop.aheadM))))
        }
    }
}
