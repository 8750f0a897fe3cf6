// Recorded rides, followed through Swift: what comes of them is written down to the bit, to be laid beside what Rust and
// Kotlin write of the same rides. How it is written is agreed between the three.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Streams {
        @Test func everyRideIsFollowedAndWrittenDown() throws {
            let journeys = try Rides.lines(of: "journeys.txt")
            #expect(!journeys.isEmpty)
            for journey in journeys { try follow(journey.fields("\t")) }
        }

        @Test func everySearchIsAnsweredAndWrittenDown() throws {
            var phones: [String: Phone] = [:]
            var answers = ""
            for search in try Rides.lines(of: "searches.txt") {
                let fields = search.fields("\t")
                let (language, near, text) = (fields[0], fields[1], fields[2...].joined(separator: "\t"))
                let phone = try phones[language] ?? Phone(language: language)
                phones[language] = phone
                let place = near == "-" ? nil : near.fields(",").compactMap(Double.init)
                let query = SearchQuery(text: text, near: place.map { Position(lat: $0[0], lon: $0[1]) }, limit: 20)
                answers += written(try phone.library.search(query: query), language: language, text: text)
            }
            #expect(!answers.isEmpty)
            try write(answers, to: "searches.found")
        }

        private func follow(_ journey: [String]) throws {
            let (name, bundle, route, language, direction) = (
                journey[0], journey[1], journey[2], journey[3], journey[4]
            )
            let ride = try Rides.fixes(of: name)
            let (first, last) = (try #require(ride.first), try #require(ride.last))
            let folder = try Folder()
            let library = try Library.open(folder: folder.path("library"), language: language, nowMs: first.timeMs)
            _ = try library.install(file: Surroundings.bundle, signature: nil, keys: [], nowMs: first.timeMs)
            let way = Way.route(bundle: bundle, route: route)
            let recorder = try library.startRecording(
                start: RecordingStart(timeMs: first.timeMs, name: name, mode: nil, way: way))
            let number = try recorder.number()
            let journey = try library.setOut(
                way: way, reversed: direction == "reverse", departure: .continue, recording: number)
            try write(ride.map { written(try journey.step(fix: $0)) }.joined(), to: "\(name).steps")
            try journey.catchUp()
            try recorder.stop(nowMs: last.timeMs)
            for (profile, ending) in [(GpxProfile.plain, "plain"), (.garmin, "garmin")] {
                let path = try Surroundings.streams.appendingPathComponent("\(name)-\(ending).gpx").path
                _ = try library.exportRecording(recording: number, profile: profile, path: path)
            }
            try journey.close()
            try recorder.close()
            try library.close()
        }

        private func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: Surroundings.streams.appendingPathComponent(file))
        }
    }
}
