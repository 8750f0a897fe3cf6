// A whole journey, as a traveller makes it: the wish, the questions, the way, the end.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct JourneyTests {
    @Test(arguments: ["en", "lt", "de"])
    func aWholeRideIsToldAsTheCoreTellsIt(in language: String) async throws {
        let phone = try TestPhone(language: language)
        await phone.parts.begin()
        await phone.parts.settingOut.setOut(stones)
        #expect(phone.parts.navigator.showsGuide)
        #expect(phone.voice.language == language)
        let fixes = try await phone.ride(along: stones, metres: 0...7_500)
        let taken = await phone.carry(along: fixes)
        #expect(taken.count > 50)
        #expect(taken.count < fixes.count, "what comes sooner than it is wanted is passed over")

        let wanted = try await phone.guided(along: stones, by: taken)
        let cues = wanted.flatMap { $0.update?.cues ?? [] }
        #expect(cues.contains { if case .arrived = $0.event { true } else { false } })
        #expect(try phone.underway.update == wanted.last?.update)
        #expect(try phone.underway.cues == Array(cues.suffix(20).reversed()))
        #expect(phone.voice.said == cues.compactMap(\.spoken))
        #expect(phone.haptics.felt.contains(.twice))
        #expect(phone.lockScreen.shown?.title == wanted.last?.update?.nextStop?.name)

        let guide = GuideModel(phone.parts)
        await guide.stop()
        #expect(phone.parts.guiding.ride == nil)
        #expect(phone.fixes.rate == nil, "nobody listens any more")
        #expect(phone.lockScreen.shown == nil)
        let recording = try #require(try await phone.recordings().first)
        #expect(recording.state == .closed)
        #expect(recording.tally.fixes == UInt64(taken.count))
        #expect(phone.parts.navigator.paths[.routes] == [.track(recording.number)])
        #expect(!phone.parts.navigator.showsGuide)
    }

    @Test func aPauseTakesNoFixesAndGoesOnAfterInANewSegment() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        let fixes = try await phone.ride(along: stones, metres: 0...3_000)
        await phone.carry(along: Array(fixes[..<30]))
        let before = try phone.underway.tally?.fixes
        let guide = GuideModel(phone.parts)
        await guide.wait(true)
        #expect(try phone.underway.isPaused)
        #expect(phone.fixes.rate == nil, "the receiver rests")
        #expect(phone.voice.timesHushed == 1)
        #expect(phone.lockScreen.shown?.state == .paused)
        for fix in fixes[30..<40] { await phone.parts.guiding.take(fix) }
        #expect(try phone.underway.tally?.fixes == before)
        await guide.wait(false)
        #expect(try phone.underway.signal == .waiting)
        let after = await phone.carry(along: Array(fixes[40..<60]))
        #expect(after.count > 3)
        #expect(try phone.underway.tally?.segments == 2)
    }

    @Test func aRideThatIsNotWantedRecordedIsNotAndLeadsBackWhenItEnds() async throws {
        let phone = try TestPhone()
        await phone.parts.begin()
        phone.parts.choices.choose { $0.record = false }
        await phone.parts.settingOut.setOut(stones)
        await phone.carry(along: try await phone.ride(along: stones, metres: 0...500))
        let guide = GuideModel(phone.parts)
        #expect(try phone.underway.recordingLine(phone.say) == "This trip is not recorded")
        #expect(try phone.say(guide.ending).hasPrefix("The trip ends. Where you are"))
        await guide.stop()
        #expect(try await phone.recordings().isEmpty)
        #expect(!phone.parts.navigator.showsGuide)
        #expect(phone.parts.navigator.paths.isEmpty)
    }

    @Test func anotherRideEndsTheFirstAndPositionsAreAskedForAnew() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        await phone.carry(along: try await phone.ride(along: stones, metres: 0...500))
        phone.fixes.allowed = .nothing
        _ = await phone.parts.guiding.setOut(coast, reversed: false, departure: .continue)
        #expect(try phone.underway.way == coast)
        #expect(try phone.underway.signal == .notAllowed)
        #expect(try await phone.recordings().map(\.state) == [.closed, .open])
    }

    @Test func aFixOnItsWayWhileAnotherRideBeginsIsOfTheOneBefore() async throws {
        let phone = try TestPhone()
        let guiding = phone.parts.guiding
        _ = await guiding.setOut(stones, reversed: false, departure: .continue)
        let fix = try #require(try await phone.ride(along: stones, metres: 0...100).first)
        let home = phone.home
        // The disk takes its time, and the fix waits for it.
        Task { await home.ask { _ in Thread.sleep(forTimeInterval: 0.2) } }
        let taken = Task { await guiding.take(fix) }
        try await Task.sleep(for: .milliseconds(50))
        _ = await guiding.setOut(coast, reversed: false, departure: .continue)
        await taken.value
        #expect(try phone.underway.way == coast)
        #expect(try phone.underway.fix == nil)
    }

    @Test func aWayThatIsGoneIsRefusedInWordsAndLeavesNoRecording() async throws {
        let phone = try TestPhone()
        await phone.parts.begin()
        await phone.parts.settingOut.setOut(.route(bundle: region, route: "nowhere"))
        guard case .failed(let said)? = phone.parts.settingOut.hurdle else {
            Issue.record("it set out: \(String(describing: phone.parts.settingOut.hurdle))")
            return
        }
        #expect(!said.text.isEmpty)
        #expect(phone.parts.guiding.ride == nil)
        #expect(try await phone.recordings().allSatisfy { $0.state == .binned })
    }

    @Test func aFaultOfTheLibraryCostsNeitherTheRideNorAFix() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        let fixes = try await phone.ride(along: stones, metres: 0...3_000)
        for fix in fixes[..<30] { await phone.parts.guiding.take(fix) }
        let fault = await phone.home.ask { try $0.library.rehearseFault(inChange: true) }
        #expect(fault.said?.code == "internal")
        for fix in fixes[30..<60] { await phone.parts.guiding.take(fix) }
        #expect(try phone.underway.fix == fixes[59])
        #expect(try phone.underway.notKept == nil)
        #expect(try phone.underway.tally?.fixes == 60)
    }

    @Test func aFaultOfTheLibraryKeepsNobodyFromPausingGoingOnOrEnding() async throws {
        let phone = try TestPhone()
        let guiding = phone.parts.guiding
        _ = await guiding.setOut(stones, reversed: false, departure: .continue)
        for fix in try await phone.ride(along: stones, metres: 0...500) { await guiding.take(fix) }
        let shown = try #require(try phone.underway.update)
        _ = await phone.home.ask { try $0.library.rehearseFault(inChange: true) }
        #expect(await guiding.pause().said == nil)
        _ = await phone.home.ask { try $0.library.rehearseFault(inChange: true) }
        #expect(await guiding.resume().said == nil)
        #expect(try !phone.underway.isPaused)
        #expect(try phone.underway.update == shown, "what was shown stays")
        _ = await guiding.pause()
        _ = await phone.home.ask { try $0.library.rehearseFault(inChange: true) }
        #expect(await guiding.stop().said == nil)
        #expect(try await phone.recordings().map(\.state) == [.closed])
    }
}
