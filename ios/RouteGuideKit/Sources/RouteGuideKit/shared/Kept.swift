// What a traveller keeps about a thing of a bundle: the star by which they mark what they like, and their notes.
import RouteGuide

/// A thing that can be marked and written about. Its name is kept with that, for when its bundle is gone.
public struct Keepable: Hashable, Sendable {
    public let bundle: String
    public let item: KeptItem
    public let name: String

    public init(_ item: KeptItem, named name: String, in bundle: String) {
        (self.bundle, self.item, self.name) = (bundle, item, name)
    }
}

/// What is kept about a thing.
public struct Kept: Equatable, Sendable {
    public let isFavourite: Bool

    /// In the order in which they were written.
    public let notes: [Note]
}

extension Library {
    /// What is kept about a thing.
    func kept(about item: KeptItem, in bundle: String) throws -> Kept {
        Kept(
            isFavourite: try favourites(in: bundle).contains(item),
            notes: try notes().filter { $0.bundle == bundle && $0.item == item }
                .sorted { ($0.timeMs, $0.number) < ($1.timeMs, $1.number) })
    }

    /// What of a bundle is marked.
    func favourites(in bundle: String) throws -> Set<KeptItem> {
        Set(try favourites().filter { $0.bundle == bundle }.map(\.item))
    }
}

extension Home {
    /// Marks a thing as liked, or no longer.
    public func like(_ thing: Keepable, _ isLiked: Bool) async -> Answer<Void> {
        let favourite = Favourite(bundle: thing.bundle, item: thing.item, name: thing.name, timeMs: nowMs)
        return await change { shelf in
            if isLiked {
                try shelf.library.like(favourite: favourite)
            } else {
                try shelf.library.unlike(bundle: favourite.bundle, item: favourite.item)
            }
        }
    }
}
