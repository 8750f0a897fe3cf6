// The traveller rides: cues, fixes that are not believed, off the route and back, pauses, the end.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct UnderWay {
        /// The cues of the first fifteen kilometres, as they are read.
        private func cues(in language: String, route: String = hillForts) throws -> [Cue] {
            let phone = try Phone(language: language)
            let journey = try phone.library.setOut(
                way: way(route), reversed: false, departure: .continue, recording: nil)
            #expect(journey.resumed() == .anew)
            return try fixes(at: phone.places(route).prefix(750)).flatMap { fix in
                try journey.step(fix: fix).step.update?.cues ?? []
            }
        }

        @Test func cuesAreTheSameInThreeLanguagesButForTheirWords() throws {
            let told = try languages.map { try cues(in: $0) }
            #expect(
                told[0].contains { if case .arrived("kretingos-vienuolynas", _) = $0.event { true } else { false } })
            #expect(told[0].map(\.event) == told[1].map(\.event))
            #expect(told[1].map(\.event) == told[2].map(\.event))
            for (lt, (en, de)) in zip(told[0], zip(told[1], told[2])) {
                #expect(Set([lt.text, en.text, de.text]).count == 3)
            }
        }

        @Test func aFixThatCannotBeBelievedChangesNothingAndSaysWhy() throws {
            let phone = try Phone()
            let guide = try phone.bundle().guide(route: hillForts, reversed: false)
            let ride = try fixes(at: phone.places().prefix(10))
            for fix in ride { #expect(try guide.step(fix: fix).update != nil) }
            let before = try guide.state()
            let last = try #require(ride.last)
            let lies = [
                Fix(
                    timeMs: last.timeMs - hour, monotonicMs: 0, lat: last.lat, lon: last.lon, accuracyM: 8,
                    altitudeM: nil,
                    speedMps: nil, courseDeg: nil),
                Fix(at: Date(ms: last.timeMs + 4_000), position: Position(lat: .nan, lon: last.lon), accuracyM: 8),
                Fix(
                    at: Date(ms: last.timeMs + 4_000), position: Position(lat: last.lat, lon: last.lon),
                    accuracyM: 90_000),
            ]
            let told = try lies.map { lie in
                let step = try guide.step(fix: lie)
                #expect(step.update == nil)
                return try #require(step.refused)
            }
            #expect(told.allSatisfy { !$0.text.isEmpty })
            #expect(Set(told.map(\.reason)).count == 3)
            #expect(try guide.step(fix: lies[1]).nextFixAfter > .zero)
            #expect(try guide.state() != Data())
            try guide.restore(state: before)
            #expect(try guide.state() == before)
        }

        @Test func offTheRouteAndBackIsTold() throws {
            let phone = try Phone()
            // A line that shows the way: of one that only joins its stops nobody is off.
            let route = "malonus-nuovargiai"
            let guide = try phone.bundle().guide(route: route, reversed: false)
            let line = try Array(phone.places(route).prefix(500))
            let away: [Position] = (1...400).map { line[300].moved(east: Double($0) * 20, north: 0) }
            let back: [Position] = away.reversed()
            let updates: [GuideUpdate] = try fixes(at: Array(line[...300]) + away + back + Array(line[300...]))
                .compactMap { try guide.step(fix: $0).update }
            let events = updates.flatMap(\.cues).map(\.event)
            let left = events.firstIndex { if case .leftRoute = $0 { true } else { false } }
            let returned = events.firstIndex(of: .backOnRoute)
            #expect(try #require(left) < #require(returned))
            let off = try #require(updates.compactMap(\.offRoute).max { $0.distanceM < $1.distanceM })
            #expect(off.distanceM > 2_000)
            #expect(off.since > Date(ms: morning))
            #expect(updates.last?.offRoute == nil)
        }

        @Test func aRecordingPausesGoesOnAndStops() throws {
            let phone = try Phone()
            let ride = try fixes(at: phone.places().prefix(90))
            let recorder = try phone.library.startRecording(
                start: RecordingStart(timeMs: morning, name: "Rytas", mode: .walk, way: nil))
            for fix in ride[..<30] { _ = try recorder.record(fix: fix) }
            try recorder.pause()
            #expect(try recorder.recording().state == .paused)
            #expect(try refusal { _ = try recorder.record(fix: ride[30]) }.said.code == "recording.not-now")
            try recorder.resume()
            for fix in ride[60...] { _ = try recorder.record(fix: fix) }
            let tally = try recorder.recording().tally
            #expect(tally.fixes == 60)
            #expect(tally.segments == 2)
            #expect(tally.duration > .zero)
            try recorder.stop(nowMs: ride[89].timeMs)
            let recording = try #require(try phone.library.recordings().first)
            #expect(recording.state == .closed)
            #expect(recording.ended == Date(ms: ride[89].timeMs))
            let line = try phone.library.recordingLine(recording: recording.number)
            #expect(line.pieces.count == 2)
            #expect(try line.coordinates.count >= 4)
            #expect(try refusal { try recorder.resume() }.said.code == "recording.not-now")
            #expect(try refusal { try recorder.stop(nowMs: morning) }.said.code == "recording.not-now")
        }

        @Test func whatWasReachedIsKeptAndTheWayGoesOnWhereItWas() throws {
            let phone = try Phone(language: "lt")
            let recording = try phone.ride(300)
            let reached = try phone.library.milestones(bundle: bundleId, route: hillForts)
            #expect(reached.contains { $0.item == "kretingos-vienuolynas" && $0.kind == .visited })
            #expect(try phone.library.milestonesOf(recordingKey: recording.key) == reached)
            #expect(reached.allSatisfy { $0.recording == recording.key && $0.time >= Date(ms: morning) })
            let standing = try #require(try phone.library.standing(way: way(), reversed: false))
            let details = try phone.bundle().route(route: hillForts)
            let guide = try phone.bundle().guide(route: hillForts, reversed: false)
            let fix = try #require(try fixes(at: phone.places().prefix(1)).first)
            let update = try #require(try guide.step(fix: fix).update)
            #expect(update.stage.id == details.stages.first?.id && update.stage.name == details.stages.first?.name)
            #expect(update.stage.number == 1 && update.stage.of == UInt32(details.stages.count))
            #expect(update.nextStop?.name == details.stops.first { $0.id == update.nextStop?.id }?.name)
            #expect(abs(standing.alongM - 299 * 20) < 200)
            #expect(try phone.library.standing(way: way(), reversed: true) == nil)
            let goingOn = try phone.library.setOut(way: way(), reversed: false, departure: .continue, recording: nil)
            #expect(goingOn.resumed() == .exactly)
            #expect(recording.followed.first == "Migruojančios kultūros")
            #expect(recording.way == way())
        }

        @Test func aJourneyIsUnderWayUntilItIsFinished() throws {
            let phone = try Phone(language: "lt")
            let (library, name) = (phone.library, "Migruojančios kultūros")
            let first = try library.setOut(way: way(), reversed: false, departure: .continue, recording: nil)
            for fix in try fixes(at: phone.places().prefix(3)) { _ = try first.step(fix: fix) }
            try first.close()
            #expect(try library.underway() == Underway(way: way(), reversed: false, recording: nil, name: name))
            let standing = try #require(try library.standings().first)
            #expect(standing.way == way() && standing.name == name && !standing.reversed)
            let journey = try library.setOut(way: way(), reversed: false, departure: .here, recording: nil)
            #expect(journey.resumed() == .anew)
            #expect(try library.standings().isEmpty)
            try journey.finish()
            #expect(try library.underway() == nil)
        }
    }
}
