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
        if isOpen { try lasting(shelf, nowMs) { try finish(nowMs) } }
        let library = try shelf.library
        let recorder = isRecorded ? try record(library, way, nowMs) : nil
        let number = try recorder?.number()
        do {
            return try begin(shelf, way, reversed, departure, recorder)
        } catch {
            // The recording of a ride that never began: empty, and nobody misses it.
            if !isOpen, let number { try forget(library, number, nowMs) }
            throw error
        }
    }

    /// Goes on with what was under way when the process ended; nothing, if nothing was.
    func goOn(_ shelf: Shelf, nowMs: Int64) throws -> Ride? {
        drop()
        guard let underway = try shelf.library.underway() else { return nil }
        let recorder = underway.recording == nil ? nil : try shelf.library.openRecording()
        return try begin(shelf, underway.way, underway.reversed, .continue, recorder)
    }

    /// Takes a fix. `nextStop` is the one that came before it.
    func take(_ fix: Fix, _ shelf: Shelf, nextStop: String?, nowMs: Int64) throws -> Taken? {
        try lasting(shelf, nowMs) { try step(fix, nextStop) }
    }

    /// Waits, or goes on.
    func wait(_ isPaused: Bool, _ shelf: Shelf, nowMs: Int64) throws {
        try lasting(shelf, nowMs) {
            if isPaused { try recorder?.pause() } else { try recorder?.resume() }
        }
    }

    /// Ends what is under way, also what a kill interrupted, and its recording, which it tells the number of. What could
    /// not be kept for want of room keeps it from ending.
    func end(_ shelf: Shelf, nowMs: Int64) throws -> UInt32? {
        try lasting(shelf, nowMs) {
            let number = try recorder?.number()
            try finish(nowMs)
            return number
        }
    }

    // A fault of ours, or memory that the phone wanted back, ends the core's objects and not the journey.
    private func lasting<Value>(_ shelf: Shelf, _ nowMs: Int64, _ work: () throws -> Value) throws -> Value {
        if !isOpen { _ = try goOn(shelf, nowMs: nowMs) }
        do {
            return try work()
        } catch let error as RouteGuideError where gone.contains(error.said.code) {
            if error.said.code == "broken" { shelf.giveUp() }
            _ = try goOn(shelf, nowMs: nowMs)
            return try work()
        }
    }

    private func begin(
        _ shelf: Shelf, _ way: Way, _ reversed: Bool, _ departure: Departure, _ recorder: Recorder?
    ) throws -> Ride {
        let library = try shelf.library
        let recording = try recorder?.recording()
        self.recorder = recorder
        let journey: Journey
        do {
            journey = try library.setOut(
                way: way, reversed: reversed, departure: departure, recording: recording?.number)
        } catch {
            drop()
            throw error
        }
        self.journey = journey
        var ride = Ride(
            way: way, reversed: reversed, name: try library.underway()?.name ?? "", recording: recording?.number,
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
            return Taken(fix: fix, step: step)
        }
        let changesStops = !update.cues.isEmpty || update.nextStop?.id != nextStop
        return Taken(
            fix: fix, step: step, hereLayer: try drawn(fix),
            stopsLayer: changesStops ? try journey.stopsLayer() : nil, stopsAhead: try journey.stopsAhead())
    }

    // The core forgets that it is under way.
    private func finish(_ nowMs: Int64) throws {
        try journey?.catchUp()
        try recorder?.stop(nowMs: nowMs)
        try journey?.finish()
        drop()
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
