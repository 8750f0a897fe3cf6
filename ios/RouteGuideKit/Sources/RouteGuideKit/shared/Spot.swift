// A thing on the map as lists and cards tell of it, and the screen that tells the rest. What is near, how far it is and in
// which direction is the core's to say.
import RouteGuide

/// A thing on the map.
public struct Spot: Hashable, Identifiable, Sendable {
    public let bundle: String
    public let thing: FoundThing
    public let name: String

    /// What it is; nothing for a route.
    public let kind: String?

    /// Nothing for a route, which is in many places.
    public let position: Position?

    /// Nothing while it is not known from where.
    public let away: Away?

    /// Of a route.
    public let lengthM: Double?

    /// The screen about it.
    public var screen: Screen { thing.screen(in: bundle) }

    public var id: Screen { screen }

    /// Whether it is a stop of a route.
    public var isStop: Bool { if case .stop = thing { true } else { false } }

    /// What it is, and how long or how far.
    public func told(_ say: Wording) -> String {
        let far = away.map {
            "\(say.words.distance(metres: $0.distanceM)) \(say.words.direction(bearingDeg: $0.bearingDeg))"
        }
        return inALine(kind ?? say(.route), lengthM.map { say.words.distance(metres: $0) }, far)
    }
}

extension Spot {
    /// A route on the map.
    public init(_ route: RouteDetails, in bundle: String) {
        self.init(
            bundle: bundle, thing: .route(route: route.id), name: route.name, kind: nil, position: nil, away: nil,
            lengthM: route.lengthM)
    }

    /// A stop on the map.
    public init(_ stop: Stop, of route: String, in bundle: String, away: Away? = nil) {
        self.init(
            bundle: bundle, thing: .stop(route: route, stop: stop.id, category: stop.category), name: stop.name,
            kind: stop.kind, position: stop.position, away: away, lengthM: nil)
    }

    /// A place on the map.
    public init(_ place: Place, in bundle: String, away: Away? = nil) {
        self.init(
            bundle: bundle, thing: .place(place: place.id, kind: place.category), name: place.name, kind: place.kind,
            position: place.position, away: away, lengthM: nil)
    }

    /// What lies near somewhere.
    public init(_ near: Nearby) {
        self.init(
            bundle: near.bundle, thing: near.thing, name: near.name, kind: near.kind, position: near.position,
            away: Away(distanceM: near.distanceM, bearingDeg: near.bearingDeg), lengthM: nil)
    }
}

extension FoundThing {
    /// The screen about what was found.
    public func screen(in bundle: String) -> Screen {
        switch self {
        case .route(let route), .stage(let route, _): .route(bundle: bundle, route: route)
        case .stop(let route, let stop, _): .stop(bundle: bundle, route: route, stop: stop)
        case .place(let place, _): .place(bundle: bundle, place: place)
        }
    }
}
