// The recorded rides, followed by the app as a phone would: what the traveller is told is laid beside what Rust wrote of
// the same rides, and is the same to the bit. `bindings/check/README.md` tells how it is written; Kotlin does the same.
import Fieldwork
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct SameCuesTests {
    @Test(arguments: try Rides.lines(of: "journeys.txt"))
    func theAppTellsWhatRustTells(_ journey: String) async throws {
        let fields = journey.fields("\t")
        let (name, way) = (fields[0], Way.route(bundle: fields[1], route: fields[2]))
        let ride = try Rides.fixes(of: name)
        let phone = try TestPhone(language: fields[3])
        let guiding = phone.parts.guiding
        phone.now = try ride.first.required.timeMs
        #expect(await guiding.setOut(way, reversed: fields[4] == "reverse", departure: .continue).said == nil)
        var told = ""
        for fix in ride {
            phone.now = fix.timeMs
            await guiding.take(fix)
            let now = try guiding.ride.required
            told += written(now.refused == nil ? now.update : nil, refused: now.refused)
        }
        let expected = try toldByRust(of: name)
        #expect(told == expected)
    }

    // Their first lines tell how the recording stands, which the screen shows otherwise.
    private func toldByRust(of name: String) throws -> String {
        let file = try Surroundings.streams.appendingPathComponent("\(name).steps")
        return try String(contentsOf: file, encoding: .utf8).fields("\n").filter { !$0.hasPrefix("step|") }
            .joined(separator: "\n")
    }
}
