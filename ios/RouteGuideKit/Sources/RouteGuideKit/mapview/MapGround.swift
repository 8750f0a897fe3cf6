// What a bundle puts on the map, and what of it the traveller wants to see.
import RouteGuide

/// What of the map the traveller wants to see.
public struct MapChoice: Hashable, Sendable {
    /// One of the bundles; the first until they choose.
    public var bundle: String?

    /// Kinds of stops; all of them while none is chosen.
    public var categories: Set<StopCategory> = []

    /// Whether stops of a kind are shown.
    public func shows(_ category: StopCategory) -> Bool { categories.isEmpty || categories.contains(category) }
}

/// What a bundle puts on the map.
public struct MapGround: Equatable, Sendable {
    public let bundle: BundleManifest

    /// All that there are.
    public let bundles: [BundleManifest]
    public let routes: [RouteDetails]

    /// The kinds of its stops.
    public let categories: [StopCategory]

    /// Around all of its routes; nothing where it has none.
    let bounds: MapBounds?

    /// What of it is drawn.
    public func subject(_ choice: MapChoice) -> MapSubject {
        let chosen = categories.filter(choice.categories.contains)
        return MapSubject(bundle.id, categories: chosen.isEmpty ? nil : chosen)
    }
}

/// Things on the map under one name in its list.
public struct SpotSection: Equatable, Identifiable, Sendable {
    public let id: String
    public let name: String
    public let spots: [Spot]
}

extension MapGround {
    /// Reads a bundle, or the first where the wanted one is not there; nothing where there is none.
    @Core
    static func read(_ shelf: Shelf, _ wanted: String?) throws -> MapGround? {
        let bundles = try shelf.library.bundles().map(\.manifest)
        guard let shown = bundles.first(where: { $0.id == wanted }) ?? bundles.first else { return nil }
        let opened = try shelf.bundle(shown.id)
        return MapGround(
            bundle: shown, bundles: bundles, routes: try opened.routes().map { try opened.route(route: $0.id) },
            categories: try opened.categories(), bounds: try opened.bounds())
    }

    /// All of it as a list: the routes, and what is near the traveller; while nobody knows where that is, the stops in the
    /// order of their routes.
    func sections(_ choice: MapChoice, _ nearby: [Spot]?, _ say: Wording) -> [SpotSection] {
        let routes = SpotSection(
            id: "routes", name: say(.routes), spots: self.routes.map { Spot($0, in: bundle.id) })
        if let nearby { return [routes, SpotSection(id: "nearby", name: say(.nearby), spots: nearby)] }
        let byRoute = self.routes.map { route in
            let stops = route.stops.filter { choice.shows($0.category) }
            return SpotSection(
                id: route.id, name: route.name, spots: stops.map { Spot($0, of: route.id, in: bundle.id) })
        }
        return [routes] + byRoute.filter { !$0.spots.isEmpty }
    }
}
