// Sharing a route as GPX: for which app, all of it or one stage. The file is there as soon as these are chosen, for the
// phone's own sheet, which wants it before it opens.
import Foundation
import Observation
import RouteGuide

/// What is chosen, and the file that came of it.
@MainActor
@Observable
public final class RouteSharing: Identifiable {
    /// What can be chosen.
    public struct Choice: Hashable, Sendable {
        /// For which app.
        public var profile = GpxProfile.plain

        /// The id of a stage; nothing for the whole route.
        public var stage: String?
    }

    public var choice = Choice()

    /// What is written for the choice; nothing until it is.
    public private(set) var file: URL?

    /// Why it could not be written.
    public let wishes = Wishes()

    public let route: RouteDetails

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let folders: Folders
    @ObservationIgnored private let bundle: String

    public init(_ parts: Parts, bundle: String, _ route: RouteDetails) {
        (home, folders, self.bundle, self.route) = (parts.home, parts.phone.folders, bundle, route)
    }

    /// What is shared, by its name.
    public var title: String { route.stages.first { $0.id == choice.stage }?.name ?? route.name }

    /// Writes what is chosen.
    public func write() async {
        file = nil
        let (chosen, bundle, route, title, folders, nowMs) = (choice, bundle, route.id, title, folders, home.nowMs)
        let written = await wishes.make {
            await home.ask { shelf in
                let file = try folders.fileToShare(titled: title, ending: "gpx")
                _ = try shelf.bundle(bundle).exportGpx(
                    route: route, stage: chosen.stage, profile: chosen.profile, path: file.path, timeMs: nowMs)
                return file
            }
        }
        // Something else may have been chosen since.
        if chosen == choice { file = written }
    }
}
