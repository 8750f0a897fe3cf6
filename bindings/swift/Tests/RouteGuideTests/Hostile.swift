// Arguments that no sane app hands in: each call comes back, with an answer or an error that is not our fault.
import Fieldwork
import Foundation
import RouteGuide
import Testing

private let texts = [
    "", "\0", "a\0b", String(repeating: "ž", count: 500_000), "../../etc", "..", "/", "klaipedos-regionas/../x",
    "%s%n", "'; DROP TABLE note; --", "\u{202e}\u{feff}", "🚴🏽‍♀️",
]
private let numbers: [Double] = [
    .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -0.0, .leastNonzeroMagnitude, 1e6, -91, 181,
]
private let times: [Int64] = [.min, .min + 1, -1, 0, .max - 1, .max]
private let counts: [UInt32] = [0, 1, .max - 1, .max]

extension OnAPhone {
    @Suite struct Hostile {
        /// Comes back with anything but a fault of ours.
        private func survives(_ what: String, _ work: () throws -> Void) {
            do {
                try work()
            } catch let error as RouteGuideError {
                if case .Internal = error { Issue.record("\(what): \(error.said)") }
                #expect(!error.said.text.isEmpty)
            } catch {
                Issue.record("\(what): \(error)")
            }
        }

        @Test func noTextBreaksAnything() throws {
            let phone = try Phone()
            let (library, bundle) = (phone.library, try phone.bundle())
            for text in texts {
                let what = String(text.prefix(12).debugDescription)
                let path = phone.folder.path("out")
                let item = KeptItem.stop(id: text)
                let calls: [() throws -> Void] = [
                    { _ = try Library.open(folder: phone.folder.path("other"), language: text, nowMs: morning) },
                    { try library.speak(language: text) },
                    { _ = try library.install(file: text, signature: text, keys: [], nowMs: morning) },
                    { _ = try library.install(file: Surroundings.bundle, signature: text, keys: [], nowMs: morning) },
                    {
                        let keys = [PublisherKey(publisher: text, key: text)]
                        _ = try library.install(file: Surroundings.bundle, signature: nil, keys: keys, nowMs: morning)
                    },
                    { try library.uninstall(bundle: text) },
                    { _ = try library.bundle(bundle: text) },
                    { _ = try library.search(query: SearchQuery(text: text, near: nil, limit: 20)) },
                    { _ = try bundle.route(route: text) },
                    { _ = try bundle.line(route: text) },
                    { _ = try bundle.picture(picture: text, size: .full) },
                    { _ = try bundle.guide(route: text, reversed: true) },
                    {
                        _ = try bundle.exportGpx(
                            route: hillForts, stage: text, profile: .plain, path: path, timeMs: nil)
                    },
                    {
                        _ = try library.setOut(
                            way: .route(bundle: text, route: text), reversed: false, departure: .continue,
                            recording: nil)
                    },
                    { _ = try library.standing(way: .route(bundle: bundleId, route: text), reversed: false) },
                    { try library.like(favourite: Favourite(bundle: text, item: item, name: text, timeMs: 0)) },
                    {
                        try library.like(
                            favourite: Favourite(bundle: bundleId, item: .route(id: hillForts), name: text, timeMs: 0))
                    },
                    { try library.unlike(bundle: text, item: item) },
                    {
                        let item = KeptItem.route(id: hillForts)
                        let note = Note(number: 0, bundle: bundleId, item: item, name: text, words: text, timeMs: 0)
                        _ = try library.writeNote(note: note)
                    },
                    { _ = try library.milestones(bundle: text, route: text) },
                    { _ = try library.milestonesOf(recordingKey: text) },
                    { _ = try library.importTracks(path: text, nowMs: morning) },
                    { _ = try library.restore(path: text, nowMs: morning) },
                    {
                        let look = MapLook(
                            theme: .dark, drawing: .full, language: text, glyphs: text, route: text, categories: nil)
                        _ = try mapStyleJson(look: look, sources: [])
                    },
                    {
                        let sources = [
                            MapLayerSource(layer: .water, url: text), MapLayerSource(layer: .water, url: text),
                        ]
                        let look = MapLook(
                            theme: .dark, drawing: .full, language: "lt", glyphs: text, route: text, categories: [])
                        _ = try mapStyleJson(look: look, sources: sources)
                    },
                    { _ = closedObject(object: text, language: text) },
                    {
                        let ride = try phone.ride(3, named: text)
                        try library.renameRecording(recording: ride.number, name: text)
                        let attached = RideAttachment(
                            kind: .photo, file: text, bytes: .max, digest: text, timeMs: .max, position: nil)
                        try library.attach(recording: ride.number, attachment: attached)
                    },
                ]
                for (number, call) in calls.enumerated() {
                    survives("call \(number) with \(what)", call)
                    if let left = try? library.openRecording() { try left.stop(nowMs: morning) }
                }
            }
            #expect(try library.check())
        }

        @Test func noNumberBreaksAnything() throws {
            let phone = try Phone()
            let library = phone.library
            let guide = try phone.bundle().guide(route: hillForts, reversed: false)
            let recorder = try library.startRecording(
                start: RecordingStart(timeMs: .min, name: nil, mode: nil, way: way()))
            let journey = try library.setOut(
                way: way(), reversed: false, departure: .continue, recording: recorder.number())
            for number in numbers {
                for time in times {
                    let fix = Fix(
                        timeMs: time, monotonicMs: time, lat: number, lon: number, accuracyM: number, altitudeM: number,
                        speedMps: number, courseDeg: number)
                    let here = Fix(
                        timeMs: time, monotonicMs: time == 0 ? nil : 0 &- time, lat: 55.7, lon: 21.1, accuracyM: 5,
                        altitudeM: number, speedMps: number, courseDeg: number)
                    for fix in [fix, here] {
                        survives("guide, \(fix)") { _ = try guide.step(fix: fix) }
                        survives("journey, \(fix)") { _ = try journey.step(fix: fix) }
                        survives("recorder, \(fix)") { _ = try recorder.record(fix: fix) }
                    }
                }
                let near = Position(lat: number, lon: number)
                survives("near \(number)") {
                    _ = try library.search(query: SearchQuery(text: "muz", near: near, limit: 9))
                }
                let settings = TravellerSettings(
                    language: nil, units: .metric, voice: true, theme: .system, mapStyle: .full, binDays: .max,
                    offRouteAlarmM: number, stopAheadM: number)
                survives("settings of \(number)") { try library.choose(settings: settings) }
            }
            survives("restored") { try guide.restore(state: Data(repeating: 0xff, count: 4_096)) }
            survives("restored") { try guide.restore(state: Data()) }
            try journey.close()
            survives("stopped") { try recorder.stop(nowMs: .max) }
            #expect(try library.check())
        }

        @Test func noCountOrTimeBreaksAnything() throws {
            let phone = try Phone()
            let library = phone.library
            for count in counts {
                survives("limit \(count)") {
                    _ = try library.search(query: SearchQuery(text: "a", near: nil, limit: count))
                }
                survives("line \(count)") { _ = try library.recordingLine(recording: count) }
                survives("note \(count)") { try library.changeNote(number: count, words: "a", nowMs: 0) }
                survives("note \(count)") { try library.removeNote(number: count) }
                survives("track \(count)") {
                    _ = try library.setOut(
                        way: .track(recording: count), reversed: true, departure: .continue, recording: count)
                }
                survives("bin \(count)") { try library.discardRecording(recording: count, nowMs: .min) }
            }
            for time in times {
                survives("bin at \(time)") { _ = try library.emptyBin(nowMs: time) }
                survives("open at \(time)") {
                    _ = try Library.open(folder: phone.folder.path("\(time)"), language: "lt", nowMs: time)
                }
                survives("ride at \(time)") { try phone.ride(2, from: min(max(time, .min + day), .max - day)) }
                if let left = try? library.openRecording() { try left.stop(nowMs: time) }
            }
            #expect(try library.check())
        }
    }
}
