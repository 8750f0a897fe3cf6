// Sharing a track as GPX: for which app. The file is there as soon as that is chosen, for the phone's own sheet, which wants
// it before it opens.
import Foundation
import Observation
import RouteGuide

/// For which app, and the file that came of it.
@MainActor
@Observable
public final class TrackSharing: Identifiable {
    /// For which app.
    public var profile = GpxProfile.plain

    /// What is written for it; nothing until it is.
    public private(set) var file: URL?

    /// Why it could not be written.
    public let wishes = Wishes()

    public let title: String

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let folders: Folders
    @ObservationIgnored private let number: UInt32

    public init(_ parts: Parts, _ track: Recording, _ say: Wording) {
        (home, folders) = (parts.home, parts.phone.folders)
        (number, title) = (track.number, track.title(say))
    }

    /// Writes it.
    public func write() async {
        file = nil
        let (chosen, number, title, folders) = (profile, number, title, folders)
        let written = await wishes.make {
            await home.ask { shelf in
                let file = try folders.fileToShare(titled: title, ending: "gpx")
                _ = try shelf.library.exportRecording(recording: number, profile: chosen, path: file.path)
                return file
            }
        }
        // Another app may have been chosen since.
        if chosen == profile { file = written }
    }
}
