// The system kills the app in the middle of a ride.
import Fieldwork
import Foundation
import Glibc
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Killed {
        @Test func nothingCommittedIsLostAndTheRideGoesOnExactly() throws {
            let folder = try Folder()
            let (rider, told) = (Process(), Pipe())
            rider.executableURL = traveller
            rider.arguments = ["ride", folder.path("library")]
            rider.standardOutput = told
            try rider.run()
            var heard = Data()
            while heard.count(where: { $0 == UInt8(ascii: "\n") }) < 400 {
                heard.append(try #require(try told.fileHandleForReading.read(upToCount: 512)))
            }
            kill(rider.processIdentifier, SIGKILL)
            rider.waitUntilExit()
            #expect(rider.terminationReason == .uncaughtSignal)
            heard.append(try told.fileHandleForReading.readToEnd() ?? Data())
            let committed = try #require(
                UInt64(String(decoding: heard, as: UTF8.self).split(separator: "\n").last ?? ""))

            let library = try Library.open(folder: folder.path("library"), language: "lt", nowMs: morning + day)
            #expect(try library.damages().isEmpty)
            let recorder = try #require(try library.openRecording())
            let kept = try recorder.recording().tally.fixes
            // It may have been killed between keeping a fix and telling of it.
            #expect((committed...committed + 1).contains(kept))
            let journey = try library.setOut(
                way: way(), reversed: false, departure: .continue, recording: recorder.number())
            #expect(journey.resumed() == .exactly)

            let line = try library.bundle(bundle: bundleId).coordinates(route: hillForts)
            let ride = fixes(at: places(along: line)).prefix(Int(kept) + 100)
            let unbroken = try library.bundle(bundle: bundleId).guide(route: hillForts, reversed: false)
            for fix in ride.prefix(Int(kept)) { _ = try unbroken.step(fix: fix) }
            for fix in ride.dropFirst(Int(kept)) {
                let step = try journey.step(fix: fix)
                #expect(try step.step == unbroken.step(fix: fix))
            }
            #expect(try recorder.recording().tally.fixes == kept + 100)
        }
    }
}

/// The process for what a test cannot do to itself: it is built beside the tests.
let traveller: URL = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("Traveller")
}()
