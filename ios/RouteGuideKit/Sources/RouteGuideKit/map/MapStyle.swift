// A map of a bundle, drawn by the core's style as the traveller has it.
import Observation
import RouteGuide

/// The style of a map.
@MainActor
@Observable
public final class MapStyle {
    public private(set) var answer: Answer<String>?

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let files: MapFiles

    public init(_ parts: Parts) {
        (home, files) = (parts.home, parts.mapFiles)
    }

    /// Asks for it as long as the map is looked at.
    public func follow(_ subject: MapSubject, _ theme: MapTheme) async {
        let files = files
        for await _ in home.revisions() {
            let now = await home.ask { shelf in try files.style(shelf, subject, theme) }
            // The same style again would have the map drawn anew.
            if now != answer { answer = now }
        }
    }
}
