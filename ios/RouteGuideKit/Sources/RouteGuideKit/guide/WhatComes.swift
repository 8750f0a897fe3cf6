// What comes next, as large as it gets: how far, in which direction, on which hand and when; or the way back to the route.
// All of it in the traveller's words; views only lay it out.
import RouteGuide

/// What comes next.
public struct WhatComes: Equatable, Sendable {
    /// Whether the traveller has left the route.
    public let isOffRoute: Bool

    /// What is there; or, before anything is known, what is being done about it.
    public let title: String?

    /// How far it is.
    public let distance: String?

    /// Where it lies, from the top of the map; the same stands in words below.
    public let arrowDeg: Double?

    /// What else is told of it.
    public let lines: [String]

    /// All of it, read aloud.
    public var read: String { ([title, distance].compactMap { $0 } + lines).joined(separator: ", ") }
}

extension Ride {
    /// What comes next, on a map that turns with the traveller or not.
    public func whatComes(_ say: Wording, isCourseUp: Bool) -> WhatComes {
        let upDeg = up(isCourseUp)
        if let off = update?.offRoute { return wayBack(off, say, upDeg) }
        if let next = update?.nextStop { return ahead(next, say, upDeg) }
        if let update {
            let distance = say(.toGo(say.words.distance(metres: update.remainingM)))
            return WhatComes(isOffRoute: false, title: nil, distance: distance, arrowDeg: nil, lines: [])
        }
        let unknown = say(signal == .waiting ? signal.text : .guideNoPlaceYet)
        let title = cues.first?.text ?? unknown
        return WhatComes(isOffRoute: false, title: title, distance: nil, arrowDeg: nil, lines: [])
    }

    /// The direction that points up on the map.
    func up(_ isCourseUp: Bool) -> Double {
        isCourseUp ? courseDeg ?? 0 : 0
    }

    private func wayBack(_ off: OffRoute, _ say: Wording, _ upDeg: Double) -> WhatComes {
        let words = say.words
        let then = update?.nextStop.map { say(.guideThen($0.name, words.distance(metres: $0.distanceM))) }
        return WhatComes(
            isOffRoute: true, title: say(.guideOffRoute), distance: words.distance(metres: off.distanceM),
            arrowDeg: off.backDeg - upDeg,
            lines: [say(.guideWayBack(words.direction(bearingDeg: off.backDeg))), then].compactMap { $0 })
    }

    private func ahead(_ next: NextStop, _ say: Wording, _ upDeg: Double) -> WhatComes {
        let words = say.words
        let told = inALine(
            words.direction(bearingDeg: next.bearingDeg),
            say(next.side == .left ? .guideOnLeft : .guideOnRight),
            say(.guideAlong(words.distance(metres: next.aheadM))),
            say(.guideAround(say.time(next.etaMs))))
        return WhatComes(
            isOffRoute: false, title: next.name, distance: words.distance(metres: next.distanceM),
            arrowDeg: next.bearingDeg - upDeg, lines: [told])
    }
}
