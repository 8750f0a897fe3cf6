// What the first screen shows: the routes of all bundles, where the traveller stopped, their newest tracks.
import Observation
import RouteGuide

/// How many of the newest tracks the first screen shows.
private let tracksShown = 3

/// A route on the first screen.
public struct RouteCard: Hashable, Identifiable, Sendable {
    public let bundle: String
    public let listing: RouteListing

    public var id: Screen { .route(bundle: bundle, route: listing.id) }

    /// How many days, how far, how many stops.
    public func told(_ say: Wording) -> String {
        let days = listing.days.map { say(.days(Int($0))) }
        return inALine(days, say.words.distance(metres: listing.lengthM), say(.stops(Int(listing.stops))))
    }
}

/// The first screen.
public struct RoutesShown: Equatable, Sendable {
    public let cards: [RouteCard]

    /// The way the traveller was last on and has not ended.
    public let last: WayStanding?
    public let tracks: [Recording]
}

/// The first screen's state.
@MainActor
@Observable
public final class RoutesModel {
    /// What it shows.
    public let shown: Following<RoutesShown>

    @ObservationIgnored private let home: Home

    public init(_ parts: Parts) {
        home = parts.home
        shown = Following(home, asking: read)
    }

    /// The drawn cover of a route; nothing where it cannot be drawn.
    public func cover(_ card: RouteCard, _ theme: MapTheme) async -> Sketch? {
        await home.ask(bundle: card.bundle) { bundle in
            try bundle.sketch(
                route: card.listing.id, theme: theme, width: CoverBox.width, height: CoverBox.height)
        }.value
    }
}

@Core
private func read(_ shelf: Shelf) throws -> RoutesShown {
    let library = try shelf.library
    let cards = try library.bundles().flatMap { installed in
        let id = installed.manifest.id
        return try shelf.bundle(id).routes().map { RouteCard(bundle: id, listing: $0) }
    }
    // To what is under way a line of its own leads back.
    let underway = try library.underway()?.way
    let last = try library.standings().first { $0.standing.share < 1 }
    let tracks = try library.recordings().filter { $0.state != .binned }.sorted { $0.startedMs > $1.startedMs }
    return RoutesShown(
        cards: cards, last: last?.way == underway ? nil : last, tracks: Array(tracks.prefix(tracksShown)))
}
