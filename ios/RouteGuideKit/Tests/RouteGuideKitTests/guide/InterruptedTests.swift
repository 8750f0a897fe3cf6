// The phone ends the process in the middle of a ride.
import Fieldwork
import Foundation
import Glibc
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct InterruptedTests {
    @Test func startedAgainItGoesOnExactly() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        let fixes = try await phone.ride(along: stones, metres: 0...6_000)
        let before = await phone.carry(along: Array(fixes[..<100]))
        let tally = try phone.underway.tally
        await phone.die()
        #expect(phone.parts.guiding.ride == nil)
        await phone.parts.begin()
        #expect(try phone.underway.tally?.fixes == tally?.fixes)
        #expect(try phone.underway.tally?.distanceM == tally?.distanceM)
        #expect(try phone.underway.foundAgain == nil)
        #expect(phone.fixes.rate != nil, "the receiver is listened to again")
        let after = await phone.carry(along: Array(fixes[100...]))
        #expect(try phone.underway.tally?.fixes == UInt64(before.count + after.count))
        let wanted = try await phone.guided(along: stones, by: before + after)
        #expect(try phone.underway.update == wanted.last?.update)
        #expect(try await phone.recordings().count == 1)
    }

    @Test func aPauseOutlivesAKill() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        await phone.carry(along: try await phone.ride(along: stones, metres: 0...500))
        _ = await phone.parts.guiding.pause()
        await phone.die()
        await phone.parts.begin()
        #expect(try phone.underway.isPaused)
        #expect(phone.fixes.rate == nil)
    }

    @Test func theButtonOfTheLockedScreenPausesAndGoesOnAlsoAfterAKill() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        await phone.carry(along: try await phone.ride(along: stones, metres: 0...500))
        #expect(phone.lockScreen.shown?.button == "Pause")
        await phone.parts.guiding.waitOrResume()
        #expect(try phone.underway.isPaused)
        #expect(phone.lockScreen.shown?.button == "Resume")
        await phone.die()
        await phone.parts.guiding.waitOrResume()
        #expect(try !phone.underway.isPaused)
        #expect(phone.fixes.rate != nil, "the receiver is listened to again")
    }

    @Test func theButtonOfARideThatHasEndedDoesNothing() async throws {
        let phone = try TestPhone()
        await phone.parts.guiding.waitOrResume()
        #expect(phone.parts.guiding.ride == nil)
    }

    @Test func withoutPositionsItIsOfferedToGoOnAndDoes() async throws {
        let phone = try await interrupted()
        let (guide, line) = (GuideModel(phone.parts), UnderwayModel(phone.parts))
        await guide.interrupted.look()
        await line.interrupted.look()
        #expect(guide.interrupted.answer?.value??.way == stones)
        #expect(try line.said(phone.say)?.detail == "Interrupted. Tap to resume.")
        #expect(phone.lockScreen.shown == nil, "what the kill left there is taken away")
        phone.fixes.allowed = .exactly
        await phone.parts.settingOut.goOn()
        #expect(try phone.underway.way == stones)
        #expect(phone.parts.navigator.showsGuide)
        #expect(try line.said(phone.say)?.detail == "Waiting for a position")
    }

    @Test func withoutPositionsItCanBeEnded() async throws {
        let phone = try await interrupted()
        let guide = GuideModel(phone.parts)
        await guide.stop()
        #expect(guide.unended == nil)
        #expect(phone.fixes.rate == nil, "for that no position is needed")
        await guide.interrupted.look()
        #expect(guide.interrupted.answer == .given(nil))
        let recording = try #require(try await phone.recordings().first)
        #expect(recording.state == .closed)
        #expect(phone.parts.navigator.paths[.routes] == [.track(recording.number)])
    }

    @Test func withNothingUnderWayNothingGoesOn() async throws {
        let phone = try TestPhone()
        await phone.parts.begin()
        #expect(await phone.parts.guiding.goOn() == .given(false))
        let (guide, line) = (GuideModel(phone.parts), UnderwayModel(phone.parts))
        await guide.interrupted.look()
        #expect(guide.interrupted.answer == .given(nil))
        #expect(try line.said(phone.say) == nil)
        await guide.stop()
        #expect(guide.unended == nil)
    }

    @Test func killedForRealItHasLostNothing() async throws {
        let folder = try Folder()
        let (rider, told) = (Process(), Pipe())
        rider.executableURL = Rider.url
        rider.arguments = ["ride", folder.path]
        rider.standardOutput = told
        try rider.run()
        var heard = Data()
        while heard.count(where: { $0 == UInt8(ascii: "\n") }) < 200 {
            heard.append(try #require(try told.fileHandleForReading.read(upToCount: 512)))
        }
        kill(rider.processIdentifier, SIGKILL)
        rider.waitUntilExit()
        #expect(rider.terminationReason == .uncaughtSignal)
        heard.append(try told.fileHandleForReading.readToEnd() ?? Data())
        let committed = try #require(UInt64(String(decoding: heard, as: UTF8.self).split(separator: "\n").last ?? ""))

        let phone = try TestPhone(kept: folder.path("kept"))
        await phone.parts.begin()
        let kept = try #require(try phone.underway.tally?.fixes)
        // It may have been killed between keeping a fix and telling of it.
        #expect((committed...committed + 1).contains(kept))
        #expect(try phone.underway.foundAgain == nil)
        #expect(await phone.home.ask { try $0.library.damages().isEmpty } == .given(true))
        let fixes = try await phone.ride(along: stones, metres: 0...30_000)
        let ride = Array(fixes[..<(Int(kept) + 50)])
        for fix in ride[Int(kept)...] { await phone.parts.guiding.take(fix) }
        #expect(try phone.underway.tally?.fixes == kept + 50)
        #expect(try phone.underway.update == (await phone.guided(along: stones, by: ride)).last?.update)
    }

    private func interrupted() async throws -> TestPhone {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        await phone.carry(along: try await phone.ride(along: stones, metres: 0...500))
        await phone.die()
        phone.fixes.allowed = .notAsked
        await phone.parts.begin()
        #expect(phone.parts.guiding.ride == nil)
        return phone
    }
}
