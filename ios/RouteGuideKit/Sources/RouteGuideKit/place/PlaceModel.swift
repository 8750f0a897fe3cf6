// A place's screen: the place, what lies near it, what the traveller keeps about it.
import Observation
import RouteGuide

/// How many things near a place are listed, the place among them.
private let listed: UInt32 = 13

/// A place's screen.
public struct PlaceShown: Equatable, Sendable {
    public let place: Place

    /// The nearest first.
    public let nearby: [Nearby]

    public let kept: Kept
}

/// A place's state.
@MainActor
@Observable
public final class PlaceModel {
    /// What the screen shows.
    public let shown: Following<PlaceShown>

    /// What the traveller wishes on it.
    public let wishes = Wishes()

    /// The notes as they are written.
    public let notes: Notes

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let bundle: String

    public init(_ parts: Parts, bundle: String, place: String) {
        (home, self.bundle) = (parts.home, bundle)
        notes = Notes(home, wishes)
        shown = Following(home) { shelf in try read(shelf, bundle, place) }
    }

    /// What the star and the notes are about.
    public func thing(_ place: Place) -> Keepable { Keepable(.place(id: place.id), named: place.name, in: bundle) }

    /// Marks it as liked, or no longer.
    public func like(_ place: Place, _ isLiked: Bool) async {
        await wishes.make { await home.like(thing(place), isLiked) }
    }
}

@Core
private func read(_ shelf: Shelf, _ bundle: String, _ id: String) throws -> PlaceShown {
    let (library, place) = try (shelf.library, shelf.bundle(bundle).place(place: id))
    let near = try library.nearby(near: place.position, categories: nil, limit: listed)
    return PlaceShown(
        place: place,
        nearby: near.filter { $0.bundle != bundle || $0.thing != .place(place: id, kind: place.category) },
        kept: try library.kept(about: .place(id: id), in: bundle))
}
