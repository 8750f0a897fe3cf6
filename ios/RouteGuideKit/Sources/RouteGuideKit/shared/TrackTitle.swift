// What one of the traveller's own tracks is called, and what is told of it in a list.
import RouteGuide

extension Recording {
    /// What it is called: by the traveller, by what was followed, or by how it came here.
    public func title(_ say: Wording) -> String {
        name ?? followed.first ?? say(origin == .imported ? .importedTrack : .ownRide)
    }

    /// When it was, how far, how long.
    public func told(_ say: Wording) -> String {
        inALine(
            say.day(startedMs), say.words.distance(metres: tally.distanceM), tally.howLong(say))
    }
}

extension Tally {
    /// How long it took; a dash where no time is known.
    func howLong(_ say: Wording) -> String { durationMs > 0 ? say.words.duration(ms: durationMs) : "–" }
}

extension Way {
    /// The screen about it.
    public var screen: Screen {
        switch self {
        case .route(let bundle, let route): .route(bundle: bundle, route: route)
        case .track(let recording): .track(recording)
        }
    }
}
