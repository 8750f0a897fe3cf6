// What things cost from Swift, Rust's own share included: medians after a warm-up, as lines of `name value`.
//
//   Measure                  fixes, lines and searches
//   Measure start FOLDER     how long it takes until a library that lies in a folder can be used
import Fieldwork
import Foundation
import RouteGuide

@main
struct Measure {
    static let bundle = "klaipedos-regionas"
    static let route = "migruojancios-kulturos"

    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "start" {
            let took = try milliseconds {
                let library = try Library.open(folder: arguments[2], language: "lt", nowMs: morning)
                let bundle = try library.bundle(bundle: library.bundles()[0].manifest.id)
                let first = try bundle.routes()[0].id
                _ = try (bundle.route(route: first), bundle.coordinates(route: first).reduce(0) { $0 + $1.lat })
            }
            say("start_ms", took)
            return
        }
        let folder = try Folder()
        let library = try Library.open(folder: folder.path, language: "lt", nowMs: morning)
        _ = try library.install(file: Surroundings.bundle, signature: nil, keys: [], nowMs: morning)
        let opened = try library.bundle(bundle: bundle)
        try fixes(library, opened)
        try lines(library, opened)
        let query = SearchQuery(text: "muziejus", near: nil, limit: 20)
        say("search_us", 1_000 * (try median(of: 200) { _ = try library.search(query: query) }))
    }

    /// A whole ride, time and again, as the same ride is measured in Rust and in Kotlin.
    static func fixes(_ library: Library, _ opened: RouteBundle) throws {
        let journey = try Rides.lines(of: "journeys.txt")[0].fields("\t")
        let (ride, route) = (try Rides.fixes(of: journey[0]), journey[2])
        let perFix = 1_000 / Double(ride.count)
        say(
            "fix_guide_us",
            perFix
                * (try median(of: 30) {
                    let guide = try opened.guide(route: route, reversed: false)
                    for fix in ride { _ = try guide.step(fix: fix) }
                }))
        let way = Way.route(bundle: bundle, route: route)
        let recorder = try library.startRecording(
            start: RecordingStart(timeMs: morning, name: nil, mode: nil, way: way))
        let span = ride[ride.count - 1].timeMs - ride[0].timeMs + 60_000
        var round: Int64 = 0
        say(
            "fix_journey_us",
            perFix
                * (try median(of: 10) {
                    let journey = try library.setOut(
                        way: way, reversed: false, departure: .continue, recording: recorder.number())
                    for fix in ride { _ = try journey.step(fix: fix.later(round * span)) }
                    round += 1
                }))
        try recorder.stop(nowMs: morning)
    }

    static func lines(_ library: Library, _ opened: RouteBundle) throws {
        say("line_ms", try median(of: 50) { _ = try opened.coordinates(route: route) })
        say("line_points", Double(try opened.coordinates(route: route).count))
        guard let long = Surroundings.long else { return }
        _ = try library.install(file: long, signature: nil, keys: [], nowMs: morning)
        let opened = try library.bundle(bundle: "long")
        say("line_20000_ms", try median(of: 50) { _ = try opened.coordinates(route: "long-route") })
    }

    /// The median in milliseconds, a tenth as many times having been done before.
    static func median(of times: Int, _ work: () throws -> Void) throws -> Double {
        for _ in 0..<times / 10 { try work() }
        return try (0..<times).map { _ in try milliseconds(work) }.sorted()[times / 2]
    }

    static func milliseconds(_ work: () throws -> Void) throws -> Double {
        let took = try ContinuousClock().measure(work)
        return Double(took.components.seconds) * 1_000 + Double(took.components.attoseconds) / 1e15
    }

    static func say(_ name: String, _ value: Double) {
        print(name, (value * 1_000).rounded() / 1_000)
    }
}

extension Fix {
    fileprivate func later(_ ms: Int64) -> Fix {
        Fix(
            timeMs: timeMs + ms, monotonicMs: monotonicMs.map { $0 + ms }, lat: lat, lon: lon, accuracyM: accuracyM,
            altitudeM: altitudeM, speedMps: speedMps, courseDeg: courseDeg)
    }
}
