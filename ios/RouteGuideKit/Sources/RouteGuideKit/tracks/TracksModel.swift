// What the list of the traveller's own tracks shows: rides and imported tracks, the newest first, and what lies in the bin.
import Observation
import RouteGuide

/// The box that the small maps of tracks are laid out in.
public enum SketchBox {
    public static let width = 96.0
    public static let height = 72.0
}

/// The list of tracks.
public struct TracksShown: Equatable, Sendable {
    public let kept: [Recording]
    public let binned: [Recording]

    /// The number of the one that the guide goes on with.
    public let underway: UInt32?

    /// How long the bin keeps them.
    public let binDays: Int

    /// What is told of the one that is under way; nothing of others.
    public func state(of track: Recording) -> Phrase? {
        if track.number != underway { return nil }
        return track.state == .paused ? .paused : .tracksUnderway
    }

    /// What can be done with one.
    public func actions(of track: Recording) -> [TrackAction] {
        track.actions(isUnderway: track.number == underway)
    }
}

/// The list's state.
@MainActor
@Observable
public final class TracksModel {
    /// What it shows.
    public let shown: Following<TracksShown>

    /// What was wished on it.
    public let wishes = Wishes()

    @ObservationIgnored public let changes: TrackChanges
    @ObservationIgnored private let home: Home

    public init(_ parts: Parts) {
        let home = parts.home
        self.home = home
        changes = TrackChanges(home, wishes)
        shown = Following(home) {
            let nowMs = home.nowMs
            return { shelf in try read(shelf, nowMs) }
        }
    }

    /// The small map of a track; nothing where it cannot be drawn.
    public func sketch(_ track: Recording, _ theme: MapTheme) async -> Sketch? {
        await home.sketch(of: track, theme, width: SketchBox.width, height: SketchBox.height)
    }
}

@Core
private func read(_ shelf: Shelf, _ nowMs: Int64) throws -> TracksShown {
    let library = try shelf.library
    // The bin keeps things for as long as the screen says, and no longer.
    _ = try library.emptyBin(nowMs: nowMs)
    let recordings = try library.recordings()
    return TracksShown(
        kept: recordings.filter { $0.state != .binned }.sorted { $0.startedMs > $1.startedMs },
        binned: recordings.filter { $0.state == .binned }.sorted { $0.binnedMs ?? 0 > $1.binnedMs ?? 0 },
        underway: try library.underway()?.recording, binDays: Int(try library.settings().binDays))
}
