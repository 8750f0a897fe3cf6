// The disk is full in the middle of a ride. It needs a disk that may be filled.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite(.enabled(if: Surroundings.smallDisk != nil, "ROUTE_GUIDE_SMALL_DISK is not set"))
    struct NoRoom {
        @Test func guidanceGoesOnAndWhatWaitsIsKeptWhenThereIsRoomAgain() throws {
            let disk = try #require(Surroundings.smallDisk)
            let (folder, filler) = ("\(disk)/library", "\(disk)/filler")
            let library = try Library.open(folder: folder, language: "lt", nowMs: morning)
            _ = try library.install(file: Surroundings.bundle, signature: nil, keys: [], nowMs: morning)
            let line = try library.bundle(bundle: bundleId).coordinates(route: hillForts)
            let ride = fixes(at: places(along: line).prefix(300))
            let recorder = try library.startRecording(
                start: RecordingStart(timeMs: morning, name: nil, mode: nil, way: way()))
            let journey = try library.setOut(
                way: way(), reversed: false, departure: .continue, recording: recorder.number())
            for fix in ride[..<100] { #expect(try journey.step(fix: fix).waiting == 0) }

            try fill(filler)
            let steps = try ride[100...].map { try journey.step(fix: $0) }
            #expect(steps.allSatisfy { $0.step.update != nil })
            #expect(steps.last?.notKept?.code == "disk.full")
            #expect(try #require(steps.last).waiting > 0)
            let note = Note(
                number: 0, bundle: bundleId, item: .route(id: hillForts), name: "", words: words, timeMs: morning)
            guard case .Full(let said) = try refusal({ _ = try library.writeNote(note: note) }) else {
                Issue.record("a full disk is another thing")
                return
            }
            #expect(said.code == "disk.full")

            try FileManager.default.removeItem(atPath: filler)
            try journey.catchUp()
            #expect(try recorder.recording().tally.fixes == 300)
            _ = try library.writeNote(note: note)
            #expect(try library.notes().map(\.words) == [words])
            #expect(try library.check())
        }

        /// More words than a page of the database has room for.
        private let words = String(repeating: "kopos ", count: 2_000)
    }
}
