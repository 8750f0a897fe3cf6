// A process of its own for what a test cannot do to itself: to be killed in the middle of a ride, and to be counted, to
// the byte, with nothing else going on in it. What must not be here: any judgement of what comes out.
//
//   Traveller ride FOLDER           rides with a recording until it is killed; after each fix a line: how many are kept
//   Traveller rounds COUNT          opens, installs, steps, fails and closes so many times
//   Traveller fixes COUNT           so many fixes through a guide
// The last two write `bytes B files F` before all, after a tenth of it and after all of it.
import Fieldwork
import Foundation
import RouteGuide

@main
struct Traveller {
    static let bundle = "klaipedos-regionas"
    static let route = "migruojancios-kulturos"

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.last) {
        case ("ride", let folder?): try ride(in: folder)
        case ("rounds", let count?): try counted(times: Int(count) ?? 0, round)
        case ("fixes", let count?): try counted(times: Int(count) ?? 0, try stepper())
        default: throw CocoaError(.keyValueValidation)
        }
    }

    /// Rides until it is killed.
    static func ride(in folder: String) throws {
        let library = try Library.open(folder: folder, language: "lt", nowMs: morning)
        _ = try library.install(file: Surroundings.bundle, signature: nil, keys: [], nowMs: morning)
        let way = Way.route(bundle: bundle, route: route)
        let recorder = try library.startRecording(
            start: RecordingStart(timeMs: morning, name: nil, mode: .bike, way: way))
        let journey = try library.setOut(way: way, reversed: false, departure: .continue, recording: recorder.number())
        for fix in fixes(at: places(along: try library.bundle(bundle: bundle).coordinates(route: route))) {
            say("\(try journey.step(fix: fix).tally?.fixes ?? 0)")
        }
    }

    /// A line for whoever listens, at once.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    /// Does something many times and writes what is held before it, after a tenth of it and after all of it.
    static func counted(times: Int, _ something: () throws -> Void) throws {
        // What counting itself needs is there before it counts.
        try sayWhatIsHeld()
        for time in 1...times {
            try something()
            if time == times / 10 || time == times { try sayWhatIsHeld() }
        }
    }

    static func sayWhatIsHeld() throws {
        let held = try Held.now()
        say("bytes \(held.bytes) files \(held.files)")
    }

    /// A life with a library, from the first start to the last word, with what goes wrong on the way.
    static func round() throws {
        let folder = try Folder()
        let library = try Library.open(folder: folder.path, language: "de", nowMs: morning)
        _ = try library.install(file: Surroundings.bundle, signature: nil, keys: [], nowMs: morning)
        let opened = try library.bundle(bundle: bundle)
        _ = try opened.route(route: route)
        _ = try opened.routes()
        let line = try opened.coordinates(route: route)
        _ = try library.search(query: SearchQuery(text: "muziejus", near: nil, limit: 20))
        let way = Way.route(bundle: bundle, route: route)
        let recorder = try library.startRecording(
            start: RecordingStart(timeMs: morning, name: nil, mode: nil, way: way))
        let journey = try library.setOut(way: way, reversed: false, departure: .continue, recording: recorder.number())
        let guide = try opened.guide(route: route, reversed: true)
        for fix in fixes(at: line.prefix(20)) {
            _ = try journey.step(fix: fix)
            _ = try guide.step(fix: fix)
        }
        refused { _ = try opened.route(route: "nowhere") }
        refused { _ = try library.install(file: "/nowhere", signature: nil, keys: [], nowMs: morning) }
        refused { try library.rehearseFault(inChange: false) }
        refused { _ = try library.importTracks(path: "/nowhere", nowMs: morning) }
        try journey.close()
        try guide.close()
        try library.close()
        refused { _ = try library.bundles() }
        refused { try recorder.stop(nowMs: morning) }
    }

    static func refused(_ work: () throws -> Void) {
        do {
            try work()
            fatalError("that should have failed")
        } catch {}
    }

    /// A guide that goes to the end of the route and back, again and again, with each call one fix on.
    static func stepper() throws -> () throws -> Void {
        let folder = try Folder()
        let library = try Library.open(folder: folder.path, language: "en", nowMs: morning)
        _ = try library.install(file: Surroundings.bundle, signature: nil, keys: [], nowMs: morning)
        let opened = try library.bundle(bundle: bundle)
        let there = places(along: try opened.coordinates(route: route))
        let guide = try opened.guide(route: route, reversed: false)
        let round = there + there.reversed()
        var number = 0
        return {
            let since = Duration.seconds(4 * number)
            let time = Date(ms: morning + Int64(number) * 4_000)
            _ = try guide.step(
                fix: Fix(at: time, sinceStart: since, position: round[number % round.count], accuracyM: 8))
            number += 1
            withExtendedLifetime((folder, library)) {}
        }
    }
}
