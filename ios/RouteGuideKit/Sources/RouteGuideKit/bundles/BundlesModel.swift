// What the screen of bundles shows: those that are installed, the room that everything takes, damage that was found.
import Observation
import RouteGuide

/// The bundles, and what else lies on the phone.
public struct BundlesShown: Equatable, Sendable {
    public let bundles: [InstalledBundle]
    public let storage: StorageUse
    public let damages: [Damage]

    /// The bundle of the journey under way: it is needed.
    public let needed: String?

    /// How many tracks freeing would delete for good.
    public let binned: Int
}

/// The screen's state.
@MainActor
@Observable
public final class BundlesModel {
    /// What it shows.
    public let shown: Following<BundlesShown>

    /// What was wished on it.
    public let wishes = Wishes()

    @ObservationIgnored private let home: Home

    public init(_ parts: Parts) {
        home = parts.home
        shown = Following(home, asking: read)
    }

    /// Takes a bundle away.
    public func remove(_ bundle: InstalledBundle) async {
        let id = bundle.manifest.id
        await wishes.make { await home.change { try $0.uninstall(id) } }
    }

    /// Gives back room that nothing needs.
    public func free() async {
        await wishes.make { await home.change { try $0.library.free() } }
    }

    /// The traveller knows of the damages.
    public func acknowledge() async {
        await wishes.make { await home.change { try $0.library.acknowledgeDamages() } }
    }

    /// Deletes the damaged files that were set aside.
    public func removeDamaged() async {
        await wishes.make { await home.change { _ = try $0.library.removeDamaged() } }
    }
}

@Core
private func read(_ shelf: Shelf) throws -> BundlesShown {
    let library = try shelf.library
    var needed: String?
    if case .route(let bundle, _)? = try library.underway()?.way { needed = bundle }
    return BundlesShown(
        bundles: try library.bundles(), storage: try library.storage(), damages: try library.damages(),
        needed: needed, binned: try library.recordings().filter { $0.state == .binned }.count)
}
