// A route's screen: what it asks the library for, what it changes, how one sets out.
import Observation
import RouteGuide

/// Enough for a drawing as wide as a phone is long.
private let profileHeights: UInt32 = 480

/// A route's state.
@MainActor
@Observable
public final class RouteModel {
    /// What the screen shows.
    public let shown: Following<RouteShown>

    /// What the traveller wishes on it.
    public let wishes = Wishes()

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let guiding: Guiding
    @ObservationIgnored private let bundle: String
    @ObservationIgnored private let route: String

    public init(_ parts: Parts, bundle: String, route: String) {
        (home, guiding, self.bundle, self.route) = (parts.home, parts.guiding, bundle, route)
        shown = Following(home) { shelf in try read(shelf, bundle, route) }
    }

    /// The way along it.
    public var way: Way { .route(bundle: bundle, route: route) }

    /// What the main action is now.
    public func beginning(_ shown: RouteShown) -> Beginning {
        if guiding.ride?.way == way { return .guide }
        if let standing = shown.standing { return .goOn(alongM: standing.alongM) }
        return .start(shown.isDone ? .here : .continue)
    }

    /// Marks the route as liked, or no longer.
    public func like(_ route: RouteDetails, _ isLiked: Bool) async {
        let thing = Keepable(.route(id: route.id), named: route.name, in: bundle)
        await wishes.make { await home.like(thing, isLiked) }
    }

    /// Marks a stop as liked, or no longer.
    public func like(_ on: StopOnRoute, _ isLiked: Bool) async {
        let thing = Keepable(.stop(id: on.stop.id), named: on.stop.name, in: bundle)
        await wishes.make { await home.like(thing, isLiked) }
    }

    /// The screen about a stop.
    public func screen(_ on: StopOnRoute) -> Screen { .stop(bundle: bundle, route: route, stop: on.stop.id) }
}

@Core
private func read(_ shelf: Shelf, _ bundle: String, _ route: String) throws -> RouteShown {
    let (library, opened) = try (shelf.library, shelf.bundle(bundle))
    let details = try opened.route(route: route)
    let visited = try library.visits(on: route, in: bundle).map(\.item)
    let standing = try library.standing(way: .route(bundle: bundle, route: route), reversed: false)
    let favourites = try library.favourites(in: bundle)
    let heights = try opened.profile(route: route, heights: profileHeights).flatMap(Heights.init)
    return RouteShown(
        route: details,
        days: details.days(visited: Set(visited), favourites: favourites),
        modes: details.modes(from: 0, to: details.lengthM),
        standing: standing.flatMap { $0.share < 1 ? $0 : nil },
        isDone: standing.map { $0.share >= 1 } ?? false,
        isFavourite: favourites.contains(.route(id: route)),
        manifest: try opened.manifest(),
        profile: heights.flatMap {
            ElevationProfile(heights: $0, gainM: details.gainM, lossM: details.lossM)
        })
}

extension RouteDetails {
    fileprivate func days(visited: Set<String>, favourites: Set<KeptItem>) -> [Day] {
        var cameFrom: [String: Double] = [:]
        for (before, stop) in zip(stops, stops.dropFirst()) { cameFrom[stop.id] = before.alongM }
        return stages.enumerated().map { index, stage in
            let stops = stops.filter { $0.stage == stage.id }.map { stop in
                StopOnRoute(
                    stop: stop, modes: modes(from: cameFrom[stop.id] ?? 0, to: stop.alongM),
                    isVisited: visited.contains(stop.id), isFavourite: favourites.contains(.stop(id: stop.id)))
            }
            return Day(
                number: index + 1, stage: stage, modes: modes(from: stage.fromM, to: stage.toM), stops: stops)
        }
    }

    /// How one travels along a part of the line, each way once.
    fileprivate func modes(from: Double, to: Double) -> [TravelMode] {
        legs.filter { $0.toM > from && $0.fromM < to }.map(\.mode)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
