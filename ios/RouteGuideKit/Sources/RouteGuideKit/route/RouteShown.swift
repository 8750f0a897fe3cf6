// What a route's screen shows, and how it is told.
import RouteGuide

/// A route's screen.
public struct RouteShown: Equatable, Sendable {
    public let route: RouteDetails
    public let days: [Day]
    public let modes: [TravelMode]

    /// Where the traveller stopped on the way, unless at its end.
    public let standing: Standing?

    /// The end was reached and nothing begun since.
    public let isDone: Bool

    public let isFavourite: Bool

    /// Of the bundle, which has sources and licences in it.
    public let manifest: BundleManifest

    /// Where heights are known.
    public let profile: ElevationProfile?

    /// How far, how many days, how many stops.
    public func howLong(_ say: Wording) -> String {
        let days = route.days.map { say(.days(Int($0))) }
        return inALine(say.words.distance(metres: route.lengthM), days, say(.stops(route.stops.count)))
    }

    /// The length its makers print.
    public func officialLength(_ say: Wording) -> String? {
        route.officialLengthM.map { say(.officialLength(say.words.distance(metres: $0))) }
    }

    /// Who made the route, and who published it under which terms.
    public func madeBy(_ say: Wording) -> [String] {
        [
            say(.routeBy(route.creator)),
            say(.publishedBy(manifest.publisher, manifest.published, manifest.licence)),
        ]
    }

    /// All stops in their order, for those who go from one to the next without looking.
    public var stops: [StopOnRoute] { days.flatMap(\.stops) }
}

/// A stage with its stops.
public struct Day: Equatable, Identifiable, Sendable {
    /// From 1.
    public let number: Int
    public let stage: Stage
    public let modes: [TravelMode]
    public let stops: [StopOnRoute]

    public var id: String { stage.id }

    /// How far it is.
    public func length(_ say: Wording) -> String { say.words.distance(metres: stage.toM - stage.fromM) }
}

/// A stop in its place on the route.
public struct StopOnRoute: Equatable, Identifiable, Sendable {
    public let stop: Stop

    /// How one gets here from the stop before.
    public let modes: [TravelMode]

    public let isVisited: Bool
    public let isFavourite: Bool

    public var id: String { stop.id }
    public var name: String { stop.name }

    /// What sets it apart.
    public var marks: [StopMark] { (isVisited ? [.visited] : []) + stop.marks }

    /// What it is, and how far from the start.
    public func told(_ say: Wording) -> String {
        inALine(stop.kind, say(.atDistance(say.words.distance(metres: stop.alongM))))
    }
}
