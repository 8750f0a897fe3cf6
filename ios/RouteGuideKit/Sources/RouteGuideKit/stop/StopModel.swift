// A stop's screen: what it shows, and what the traveller changes on it.
import Observation
import RouteGuide

/// A stop's screen.
public struct StopShown: Equatable, Sendable {
    public let stop: Stop

    /// What its route is called.
    public let route: String

    /// Those before and after it on the route.
    public let before: Stop?
    public let after: Stop?

    /// When the traveller was last here.
    public let visitedMs: Int64?

    public let kept: Kept

    /// What sets it apart.
    public var marks: [StopMark] { stop.marks + (visitedMs.map { [.visitedOn($0)] } ?? []) }

    /// How far from the start of the route.
    public func along(_ say: Wording) -> String { say(.atDistance(say.words.distance(metres: stop.alongM))) }

    /// How far beside the route, and on which hand.
    public func beside(_ say: Wording) -> String {
        let distance = say.words.distance(metres: stop.distanceM)
        switch stop.side {
        case .left: return say(.leftOfRoute(distance))
        case .right: return say(.rightOfRoute(distance))
        }
    }

    /// How exact its position is.
    public func exactness(_ say: Wording) -> String {
        say(.positionWithin(say.words.distance(metres: stop.accuracyM)))
    }

    /// Where its position comes from, and what there is to say about the official list.
    public func sources(_ say: Wording) -> [String] {
        [say(.positionSource(stop.positionSource))] + (stop.officialNote.map { [say(.officialNote($0))] } ?? [])
    }
}

/// A stop's state.
@MainActor
@Observable
public final class StopModel {
    /// What the screen shows; nothing in the answer where the route has no such stop.
    public let shown: Following<StopShown?>

    /// What the traveller wishes on it.
    public let wishes = Wishes()

    /// The notes as they are written.
    public let notes: Notes

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let bundle: String
    @ObservationIgnored private let route: String
    @ObservationIgnored private let stop: String

    public init(_ parts: Parts, bundle: String, route: String, stop: String) {
        (home, self.bundle, self.route, self.stop) = (parts.home, bundle, route, stop)
        notes = Notes(home, wishes)
        shown = Following(home) { shelf in try read(shelf, bundle, route, stop) }
    }

    /// What the star and the notes are about.
    public func thing(_ stop: Stop) -> Keepable { Keepable(.stop(id: stop.id), named: stop.name, in: bundle) }

    /// Marks it as liked, or no longer.
    public func like(_ stop: Stop, _ isLiked: Bool) async {
        await wishes.make { await home.like(thing(stop), isLiked) }
    }

    /// What is said where the route has no such stop.
    public func missing(_ say: Wording) -> Said {
        Said(code: "app.no-stop", text: say(.noSuchStop), detail: "\(bundle)/\(route)/\(stop)")
    }

    /// The route's own screen.
    public var routeScreen: Screen { .route(bundle: bundle, route: route) }

    /// The screen of another stop on the route.
    public func screen(_ stop: Stop) -> Screen { .stop(bundle: bundle, route: route, stop: stop.id) }
}

@Core
private func read(_ shelf: Shelf, _ bundle: String, _ route: String, _ stop: String) throws -> StopShown? {
    let library = try shelf.library
    let details = try shelf.bundle(bundle).route(route: route)
    let stops = details.stops
    guard let number = stops.firstIndex(where: { $0.id == stop }) else { return nil }
    let visits = try library.visits(on: route, in: bundle).filter { $0.item == stop }
    return StopShown(
        stop: stops[number],
        route: details.name,
        before: number > 0 ? stops[number - 1] : nil,
        after: number + 1 < stops.count ? stops[number + 1] : nil,
        visitedMs: visits.map(\.timeMs).max(),
        kept: try library.kept(about: .stop(id: stop), in: bundle))
}
