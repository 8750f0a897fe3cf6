// What the map screen shows: a bundle's routes, stops and places, drawn and listed, what is near the traveller, what they
// tapped, and where they look. How the map looks, what is near and how far is the core's.
import Observation
import RouteGuide

/// How many of the nearest things are listed: more than a day's walk on any route.
private let nearestListed: UInt32 = 100

/// So near that the stops of a village stand apart.
private let nearZoom = 13.0

/// So near that a street is seen.
private let nearerZoom = 15.0

/// What the things near the traveller, their mark on the map and the tapped thing depend on.
public struct MapSought: Hashable, Sendable {
    let here: Here
    let choice: MapChoice
    let tapped: Tapped?
    let revision: Int
}

/// The map screen's state.
@MainActor
@Observable
public final class MapModel {
    /// What is on the map; nothing in it where there is no bundle.
    @ObservationIgnored public private(set) lazy var ground = Following<MapGround?>(home) { [weak self] in
        let wanted = self?.choice.bundle
        return { shelf in try MapGround.read(shelf, wanted) }
    }

    /// The question for the traveller's place.
    @ObservationIgnored public private(set) lazy var asking = Asking(whereabouts) { [weak self] in self?.goThere() }

    /// The traveller's place.
    public let whereabouts: Whereabouts

    /// What of the map the traveller wants to see.
    public private(set) var choice = MapChoice()

    /// What lies near the traveller, nearest first; nothing while their place is not known.
    public private(set) var nearby: Answer<[Spot]>?

    /// What they tapped; nothing in it if it is gone.
    public private(set) var spot: Answer<Spot?>?

    /// The layers of the map that go with the traveller.
    public private(set) var live: [MapLayer: String] = [:]

    /// Whether they asked to see where they are: it is found out as long as they look at the map.
    public private(set) var isAsked = false

    /// Whether the list is shown in place of the map, where there is no room for both.
    public var isList = false

    private var tapped: Tapped?

    // Where they look; nothing while it is all of the bundle.
    private var at: Camera?

    // How near the map goes to their place as soon as it is known; nothing where it stays.
    @ObservationIgnored private var goingZoom: Double?
    @ObservationIgnored private let home: Home

    public init(_ parts: Parts) {
        (home, whereabouts) = (parts.home, parts.whereabouts)
    }

    /// What `look` finds out depends on this.
    public var sought: MapSought {
        MapSought(here: whereabouts.here, choice: choice, tapped: tapped, revision: home.revision)
    }

    /// Finds out what is near, what was tapped, and where on the map the traveller is.
    public func look() async {
        let (here, categories) = (whereabouts.here.position, choice.categories)
        goAlong()
        if let here {
            let bundle = bundle
            nearby = await home.ask { shelf in try near(here, categories, in: bundle, shelf) }
        } else {
            nearby = nil
        }
        if let fix = whereabouts.here.fix { await mark(fix) }
        await tell(of: tapped, from: here)
    }

    /// All of the ground as a list.
    public func sections(_ ground: MapGround, _ say: Wording) -> [SpotSection] {
        ground.sections(choice, nearby?.value, say)
    }

    /// Where the map looks; nowhere where the bundle has no routes.
    public func camera(_ ground: MapGround) -> Camera? { at ?? ground.bounds.map(Camera.whole) }

    /// The bundle that is shown. Another has other kinds.
    public var bundle: String? {
        get { ground.answer?.value??.bundle.id }
        set {
            guard newValue != bundle else { return }
            choice = MapChoice(bundle: newValue)
            (at, tapped, spot) = (nil, nil, nil)
        }
    }

    /// Whether stops of this kind are among the chosen.
    public subscript(chosen category: StopCategory) -> Bool {
        get { choice.categories.contains(category) }
        set { if newValue { choice.categories.insert(category) } else { choice.categories.remove(category) } }
    }

    /// Whether stops of all kinds are shown; chosen again, they stay so.
    public var showsAllKinds: Bool {
        get { choice.categories.isEmpty }
        set { choice.categories = [] }
    }

    /// Something was tapped, or its card closed.
    public func tap(_ thing: Tapped?) {
        tapped = thing
        if thing == nil { spot = nil }
    }

    // Asked for again at the same place, from nearer, and so on in turn.
    private func goThere() {
        let isNear = whereabouts.here.position.map { at == .at($0, zoom: nearZoom) } ?? false
        goingZoom = isNear ? nearerZoom : nearZoom
        (isAsked, isList) = (true, false)
        goAlong()
    }

    // An older place is better than none, until the present one is known.
    private func goAlong() {
        guard let zoom = goingZoom, let place = whereabouts.here.position else { return }
        at = .at(place, zoom: zoom)
        if whereabouts.here.signal == .there { goingZoom = nil }
    }

    // A place that the core does not believe is not drawn: the last one stays.
    private func mark(_ fix: Fix) async {
        if let layer = await home.ask({ _ in try drawn(fix) }).value { live[.here] = layer }
    }

    private func tell(of thing: Tapped?, from here: Position?) async {
        guard let thing, let ground = ground.answer?.value ?? nil else { return }
        let told = await home.ask { shelf in try ground.spot(thing, from: here, shelf) }
        if thing == tapped { spot = told }
    }
}

@Core
private func near(
    _ here: Position, _ categories: Set<StopCategory>, in bundle: String?, _ shelf: Shelf
) throws -> [Spot] {
    let kinds = categories.isEmpty ? nil : Array(categories)
    return try shelf.library.nearby(near: here, categories: kinds, limit: nearestListed)
        .filter { bundle == nil || $0.bundle == bundle }.map(Spot.init)
}

extension MapGround {
    @Core
    fileprivate func spot(_ thing: Tapped, from here: Position?, _ shelf: Shelf) throws -> Spot? {
        func distance(to place: Position) throws -> Away? { try here.map { try away(from: $0, to: place) } }
        switch thing {
        case .route(let id):
            return routes.first { $0.id == id }.map { Spot($0, in: bundle.id) }
        case .stop(let route, let id):
            let stop = routes.first { $0.id == route }?.stops.first { $0.id == id }
            return try stop.map { Spot($0, of: route, in: bundle.id, away: try distance(to: $0.position)) }
        case .place(let id):
            let place = try shelf.bundle(bundle.id).place(place: id)
            return Spot(place, in: bundle.id, away: try distance(to: place.position))
        }
    }
}
