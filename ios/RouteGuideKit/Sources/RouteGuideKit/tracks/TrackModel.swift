// What the screen of one track shows. What can be done with it is told in TrackAction and done by TrackChanges.
import Observation
import RouteGuide

/// A track.
public struct TrackShown: Equatable, Sendable {
    public let recording: Recording
    public let milestones: [Milestone]

    /// The bundle whose map lies under it: that of the route it followed, or the first there is.
    public let ground: String?
    public let bounds: MapBounds?

    /// Its line as a layer of the map.
    public let layer: String

    /// Whether the guide goes on with it.
    public let isUnderway: Bool

    /// What it would be called as one with the tracks it came with; nothing where they do not go on in one another.
    public let joinable: String?

    /// What can be done with it.
    public var actions: [TrackAction] { recording.actions(isUnderway: isUnderway) }

    /// What of the bundle its map shows.
    public var subject: MapSubject? {
        guard let ground else { return nil }
        guard case .route(_, let route)? = recording.way else { return MapSubject(ground) }
        return MapSubject(ground, route: route)
    }
}

/// The state of a track's screen.
@MainActor
@Observable
public final class TrackModel {
    /// What it shows.
    public let shown: Following<TrackShown>

    /// What was wished on it.
    public let wishes = Wishes()

    @ObservationIgnored public let changes: TrackChanges
    @ObservationIgnored private let home: Home
    @ObservationIgnored private let number: UInt32

    public init(_ parts: Parts, _ number: UInt32) {
        home = parts.home
        self.number = number
        changes = TrackChanges(parts.home, wishes)
        shown = Following(parts.home) { { shelf in try read(shelf, number) } }
    }

    /// Makes one track of it and those it came with; gives its number.
    public func join() async -> UInt32? {
        let (number, nowMs) = (number, home.nowMs)
        return await wishes.make {
            await home.change { try $0.library.join(recording: number, nowMs: nowMs) }
        }
    }

    /// Its line without a map, where no bundle is there to lie under it.
    public func sketch(_ track: Recording, _ theme: MapTheme) async -> Sketch? {
        await home.sketch(of: track, theme, width: CoverBox.width, height: CoverBox.height)
    }
}

@Core
private func read(_ shelf: Shelf, _ number: UInt32) throws -> TrackShown {
    let library = try shelf.library
    // The core says so where there is no such track.
    let bounds = try library.boundsOf(recording: number)
    let layer = try library.trackLayer(recording: number)
    let recording = try library.recordings().first { $0.number == number }
    guard let recording else { throw Vanished() }
    let bundles = try library.bundles().map(\.manifest.id)
    var ground = bundles.first
    if case .route(let bundle, _)? = recording.way, bundles.contains(bundle) { ground = bundle }
    return TrackShown(
        recording: recording, milestones: try library.milestonesOf(recordingKey: recording.key), ground: ground,
        bounds: bounds, layer: layer, isUnderway: try library.underway()?.recording == number,
        joinable: recording.state == .binned ? nil : try library.joinable(recording: number))
}

// Between two questions on one thread nobody deletes anything.
private struct Vanished: Error {}
