// The core's journey and its recorder, while they are open. What is needed to go on after a kill lies in the library.
import RouteGuide

/// What the core says when an object was given up after a fault, or its library was closed.
private let gone: Set<String> = ["broken", "closed"]

/// The journey of the one traveller of this phone, as far as it is open.
@Core
final class OpenJourney {
    private var journey: Journey?
    private var recorder: Recorder?

    nonisolated init() {}

    /// Whether there is one.
    var isOpen: Bool { journey != nil }

    /// Sets out. What was under way before ends, as if the traveller had ended it.
    func setOut(
        _ shelf: Shelf, _ way: Way, reversed: Bool, departure: Departure, isRecorded: Bool, nowMs: Int64
    ) throws -> Ride {
        try finish(nowMs)
        let recorder = isRecorded ? try record(shelf.library, way, nowMs) : nil
        return try begin(shelf, way, reversed, departure, recorder, nowMs)
    }

    /// Goes on with what was under way when the process ended; nothing, if nothing was.
    func goOn(_ shelf: Shelf, nowMs: Int64) throws -> Ride? {
        guard let underway = try shelf.library.underway() else { return nil }
        let recorder = underway.recording == nil ? nil : try shelf.library.openRecording()
        return try begin(shelf, underway.way, underway.reversed, .continue, recorder, nowMs)
    }

    /// Takes a fix. A fault of ours costs the traveller one fix at most.
    func take(_ fix: Fix, _ shelf: Shelf, nextStop: String?, nowMs: Int64) throws -> Taken? {
        if journey == nil { _ = try goOn(shelf, nowMs: nowMs) }
        do {
            return try step(fix, nextStop)
        } catch let error as RouteGuideError where gone.contains(error.said.code) {
            drop()
            _ = try goOn(shelf, nowMs: nowMs)
            return try step(fix, nextStop)
        }
    }

    /// Waits, or goes on.
    func pause() throws { try recorder?.pause() }
    func resume() throws { try recorder?.resume() }

    /// Ends. What could not be kept for want of room keeps it from ending.
    func finish(_ nowMs: Int64) throws {
        try journey?.catchUp()
        try recorder?.stop(nowMs: nowMs)
        try journey?.finish()
        drop()
    }

    private func begin(
        _ shelf: Shelf, _ way: Way, _ reversed: Bool, _ departure: Departure, _ recorder: Recorder?, _ nowMs: Int64
    ) throws -> Ride {
        let library = try shelf.library
        let number = try recorder?.number()
        self.recorder = recorder
        let journey: Journey
        do {
            journey = try library.setOut(way: way, reversed: reversed, departure: departure, recording: number)
        } catch {
            // The recording of a ride that never began: empty, and nobody misses it.
            drop()
            if departure != .continue, let number { try forget(library, number, nowMs) }
            throw error
        }
        self.journey = journey
        let recording = try recorder?.recording()
        var ride = Ride(
            way: way, reversed: reversed, name: try library.underway()?.name ?? "", recording: number,
            modes: try modes(shelf, way))
        ride.isPaused = recording?.state == .paused
        ride.tally = recording?.tally
        if case .foundAgain(let text) = journey.resumed() { ride.foundAgain = text }
        ride.stopsLayer = try journey.stopsLayer()
        return ride
    }

    private func step(_ fix: Fix, _ nextStop: String?) throws -> Taken? {
        guard let journey else { return nil }
        let step = try journey.step(fix: fix)
        guard let update = step.step.update else {
            return Taken(fix: fix, step: step, hereLayer: nil, stopsLayer: nil)
        }
        let changesStops = !update.cues.isEmpty || update.nextStop?.id != nextStop
        return Taken(
            fix: fix, step: step, hereLayer: try drawn(fix),
            stopsLayer: changesStops ? try journey.stopsLayer() : nil)
    }

    // Gives the core's objects back; what is under way stays so.
    private func drop() {
        try? journey?.close()
        try? recorder?.close()
        (journey, recorder) = (nil, nil)
    }

    private func modes(_ shelf: Shelf, _ way: Way) throws -> [TravelMode] {
        guard case .route(let bundle, let route) = way else { return [] }
        return try shelf.bundle(bundle).route(route: route).legs.map(\.mode)
    }

    private func forget(_ library: Library, _ recording: UInt32, _ nowMs: Int64) throws {
        try stopOpenOne(library, nowMs)
        try library.discardRecording(recording: recording, nowMs: nowMs)
    }

    private func record(_ library: Library, _ way: Way, _ nowMs: Int64) throws -> Recorder {
        try stopOpenOne(library, nowMs)
        return try library.startRecording(start: RecordingStart(timeMs: nowMs, name: nil, mode: nil, way: way))
    }

    // One that a kill left open is whole as it is.
    private func stopOpenOne(_ library: Library, _ nowMs: Int64) throws {
        guard let open = try library.openRecording() else { return }
        defer { try? open.close() }
        try open.stop(nowMs: nowMs)
    }
}

/// The traveller on the map, as the core draws them.
func drawn(_ fix: Fix) throws -> String {
    try hereLayer(
        place: Position(lat: fix.lat, lon: fix.lon), accuracyM: fix.accuracyM, courseDeg: fix.courseDeg,
        speedMps: fix.speedMps)
}
