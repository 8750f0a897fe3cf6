// From whom the app is: the data of its bundles, the parts that others made, the letters of its maps, and the terms of all.
import Observation
import RouteGuide

/// From whom the app is.
public struct LicencesShown: Equatable, Sendable {
    public let bundles: [BundleManifest]
    public let others: MadeByOthers
}

/// The screen's state.
@MainActor
@Observable
public final class LicencesModel {
    /// What it shows.
    public let shown: Following<LicencesShown>

    public init(_ parts: Parts) {
        let shipped = parts.phone.folders.shipped
        shown = Following(parts.home) { shelf in
            LicencesShown(
                bundles: try shelf.library.bundles().map(\.manifest), others: try MadeByOthers(shippedIn: shipped))
        }
    }
}
