// The guide's screen under way: what it says, where its map looks, what was said and is put away.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct GuideScreenTests {
    private let phone: TestPhone
    private let guide: GuideModel
    private let fixes: [Fix]

    init() async throws {
        phone = try TestPhone()
        await phone.parts.begin()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        guide = GuideModel(phone.parts)
        fixes = try await phone.ride(along: stones, metres: 0...6_000)
    }

    @Test func beforeAnythingIsKnownItSaysWhatIsBeingDone() throws {
        let comes = guide.whatComes(try phone.underway, try phone.say)
        #expect(comes.title == "Waiting for a position")
        #expect(comes.distance == nil && comes.arrowDeg == nil && comes.lines.isEmpty)
        #expect(try phone.underway.stageLine(phone.say) == nil)
        #expect(try phone.underway.recordingLine(phone.say) == "Your trip is being recorded")
        #expect(try phone.underway.stopLines(phone.say).isEmpty)
    }

    @Test func whatComesNextIsToldWithDistanceSideTimeAndStage() async throws {
        await phone.carry(along: Array(fixes[..<40]))
        let (ride, say) = (try phone.underway, try phone.say)
        let next = try #require(ride.update?.nextStop)
        let comes = guide.whatComes(ride, say)
        #expect(!comes.isOffRoute)
        #expect(comes.title == next.name)
        #expect(comes.distance == say.words.distance(metres: next.distanceM))
        #expect(comes.arrowDeg == next.bearingDeg)
        let told = try #require(comes.lines.first)
        #expect(told.hasPrefix(say.words.direction(bearingDeg: next.bearingDeg)))
        #expect(told.contains(next.side == .left ? "on the left" : "on the right"))
        #expect(told.hasSuffix("around \(say.time(next.etaMs))"))
        #expect(comes.read.hasPrefix("\(next.name), \(say.words.distance(metres: next.distanceM)), "))
        let stage = try #require(ride.stageLine(say))
        #expect(try stage.toGo.contains(say.words.distance(metres: ride.update.required.remainingM)))
        #expect(stage.end.hasPrefix("At the end around "))
        #expect(ride.recordingLine(say).hasPrefix("Recorded: "))
    }

    @Test func theStopsAheadBeginWithTheNextOneAndGetFarther() async throws {
        await phone.carry(along: Array(fixes[..<40]))
        let ride = try phone.underway
        let lines = ride.stopLines(try phone.say)
        #expect(lines.first?.id == ride.update?.nextStop?.id)
        #expect(lines.count > 1 && lines.count <= 12)
        #expect(ride.stopsAhead.map(\.aheadM) == ride.stopsAhead.map(\.aheadM).sorted())
        #expect(lines.first?.distance.hasSuffix("along the route") == true)
    }

    @Test func aStopOnTheWayAndHelpAreShownInFrontOfTheGuide() async throws {
        let navigator = phone.parts.navigator
        navigator.openGuide()
        guide.openStop("x")
        #expect(navigator.inFront == [.stop(bundle: region, route: "antgamtiniai-peizazai", stop: "x")])
        guide.openEmergency()
        #expect(navigator.inFront.last == .emergency)
        await guide.stop()
        #expect(navigator.foremost == .tabs && navigator.paths[.routes]?.count == 1)
    }

    @Test func offTheRouteItSaysHowFarAndWhichWayBackAndForgetsItOnTheRoute() async throws {
        _ = await phone.parts.guiding.setOut(coast, reversed: false, departure: .continue)
        let stray = try await phone.strayingOnTheRiver()
        await phone.carry(along: Array(stray[..<20]))
        #expect(try phone.underway.update?.offRoute == nil)
        await phone.carry(along: Array(stray[20..<55]))
        let (ride, say) = (try phone.underway, try phone.say)
        let off = try #require(ride.update?.offRoute)
        let comes = guide.whatComes(ride, say)
        #expect(comes.isOffRoute)
        #expect(comes.distance == say.words.distance(metres: off.distanceM))
        #expect(comes.lines.first == "Back to the route: \(say.words.direction(bearingDeg: off.backDeg))")
        #expect(phone.haptics.felt.contains(.long))
        #expect(phone.lockScreen.shown?.state == .offRoute)
        let wayBack = "\(comes.distance ?? "") \(say.words.direction(bearingDeg: off.backDeg))"
        #expect(phone.lockScreen.shown?.text == "Off route. It is \(wayBack)")
        await phone.carry(along: Array(stray[55...]))
        #expect(try phone.underway.update?.offRoute == nil)
        #expect(try phone.underway.cues.contains { if case .backOnRoute = $0.event { true } else { false } })
    }

    @Test func theMapFollowsUntilItIsMovedAndAgainWhenAsked() async throws {
        let map = Task { await guide.ground.follow(stones, .light) }
        defer { map.cancel() }
        await settle { self.guide.ground.sight != nil }
        guard case .whole? = guide.ground.sight?.camera else {
            Issue.record("before the first fix it shows all of the way")
            return
        }
        await phone.carry(along: Array(fixes[..<40]))
        let there = try #require(guide.ground.sight)
        #expect(try there.camera == camera(at: phone.underway.fix, bearingDeg: 0))
        #expect(try there.live[.here] == (phone.underway.hereLayer))
        #expect(try there.live[.stops] == (phone.underway.stopsLayer))
        guide.ground.moved()
        await phone.carry(along: Array(fixes[40..<60]))
        #expect(guide.ground.sight != nil && guide.ground.sight?.camera == nil, "it stays where it was moved")
        #expect(guide.ground.sight?.live[.here] != there.live[.here], "who moved it still sees where they are")
        guide.ground.followAgain()
        #expect(try guide.ground.sight?.camera == camera(at: phone.underway.fix, bearingDeg: 0))
    }

    @Test func theMapAndTheArrowTurnWithTheTravellerWhoWantsIt() async throws {
        let map = Task { await guide.ground.follow(stones, .dark) }
        defer { map.cancel() }
        let eastward = fixes[..<20].map { fix in
            var turned = fix
            turned.courseDeg = 90
            return turned
        }
        await phone.carry(along: eastward)
        await settle { self.guide.ground.sight != nil }
        guide.ground.turn()
        #expect(guide.ground.isCourseUp)
        #expect(try guide.ground.sight?.camera == camera(at: phone.underway.fix, bearingDeg: 90))
        let next = try #require(try phone.underway.update?.nextStop)
        #expect(try guide.whatComes(phone.underway, phone.say).arrowDeg == next.bearingDeg - 90)
    }

    @Test func aTrackIsFollowedOnTheMapOfABundle() async throws {
        await phone.carry(along: Array(fixes[..<60]))
        let track = Way.track(recording: try #require(try await phone.parts.guiding.stop().value.required))
        _ = await phone.parts.guiding.setOut(track, reversed: false, departure: .continue)
        let map = Task { await guide.ground.follow(track, .light) }
        defer { map.cancel() }
        await settle { self.guide.ground.sight != nil }
        let sight = try #require(guide.ground.sight, "\(String(describing: guide.ground.trouble))")
        #expect(sight.live[.track]?.contains("coordinates") == true)
        #expect(sight.live[.stops] == nil)
        guide.openStop("x")
        #expect(phone.parts.navigator.inFront.isEmpty)
    }

    @Test func theNewestCueIsShownForHalfAMinuteOrUntilItIsPutAway() async throws {
        await phone.carry(along: Array(fixes[..<40]))
        let cue = try #require(try phone.underway.newestCue)
        phone.now = noon + (try phone.underway.cueCameMs) - 60_000 + 29_999
        #expect(guide.newestCue == cue)
        phone.now += 1
        #expect(guide.newestCue == nil)
        phone.now -= 1_000
        guide.putAway(cue)
        #expect(guide.newestCue == nil)
        #expect(try phone.underway.cues.first?.text == cue.text, "it can be read again")
    }

    @Test func anOldCueGoesByItself() async throws {
        await phone.carry(along: Array(fixes[..<40]))
        let cue = try #require(try phone.underway.newestCue)
        phone.now = noon + (try phone.underway.cueCameMs) - 60_000 + 29_950
        #expect(guide.newestCue == cue)
        await guide.putAwayWhenOld(cue)
        #expect(guide.newestCue == nil)
    }

    @Test func voiceOverReadsACueThatTheVoiceDoesNotSay() async throws {
        await phone.carry(along: Array(fixes[..<40]))
        phone.now = noon + (try phone.underway.cueCameMs) - 60_000
        #expect(guide.newestCue != nil)
        #expect(guide.toAnnounce == nil)
        await guide.speak(false)
        #expect(guide.toAnnounce == guide.newestCue?.text)
        await guide.speak(true)
        phone.voice.languages = []
        phone.voice.prepare("en")
        #expect(guide.toAnnounce == guide.newestCue?.text)
    }

    @Test func aRefusedFixSaysWhyAndLeavesEverythingElse() async throws {
        await phone.carry(along: Array(fixes[..<40]))
        let before = try phone.underway
        var wild = fixes[41]
        wild.accuracyM = 5_000
        await phone.parts.guiding.take(wild)
        let trouble = try #require(guide.troubles(try phone.underway, try phone.say).first)
        #expect(trouble.kind == .refused && !trouble.isGrave)
        #expect(try trouble.text == (phone.underway.refused?.text))
        #expect(try phone.underway.update == before.update)
        #expect(try phone.underway.hereLayer == before.hereLayer)
    }

    @Test func aPauseIsSaidBeforeEverythingElse() async throws {
        await phone.carry(along: Array(fixes[..<10]))
        await guide.wait(true)
        phone.fixes.signal(.switchedOff)
        #expect(try guide.troubles(phone.underway, phone.say).first?.kind == .paused)
    }

    @Test func aVoiceThatThePhoneLacksIsToldAsLongAsItIsWanted() async throws {
        #expect(try guide.voiceTrouble(phone.say) == nil)
        phone.voice.languages = []
        phone.voice.prepare("en")
        #expect(try guide.voiceTrouble(phone.say)?.text.hasPrefix("This phone has no English voice") == true)
        await guide.speak(false)
        #expect(!guide.speaks)
        #expect(phone.voice.timesHushed == 1)
        #expect(try guide.voiceTrouble(phone.say) == nil)
        await phone.carry(along: Array(fixes[..<40]))
        #expect(phone.voice.said.isEmpty)
        #expect(!phone.haptics.felt.isEmpty)
    }

    @Test func cuesAreNotFeltByWhoDoesNotWantIt() async throws {
        phone.parts.choices.choose { $0.vibrate = false }
        await phone.carry(along: fixes)
        #expect(phone.haptics.felt.isEmpty)
        #expect(!phone.voice.said.isEmpty)
    }

    @Test func theScreenStaysOnForThoseWhoWantItWhileTheyAreUnderWay() async throws {
        #expect(!guide.keepsScreenOn)
        phone.parts.choices.choose { $0.screenOn = true }
        #expect(guide.keepsScreenOn)
        _ = await phone.parts.guiding.stop()
        #expect(!guide.keepsScreenOn)
    }

    @Test func theLineBackToTheGuideSaysWhatComes() async throws {
        let line = UnderwayModel(phone.parts)
        await phone.carry(along: Array(fixes[..<40]))
        let next = try #require(try phone.underway.update?.nextStop)
        let distance = try phone.say.words.distance(metres: next.distanceM)
        #expect(try line.said(phone.say) == UnderwaySaid(title: next.name, detail: distance))
        _ = await phone.parts.guiding.pause()
        #expect(try line.said(phone.say)?.detail == "Paused")
        line.open()
        #expect(phone.parts.navigator.showsGuide)
    }

    @Test func theLockedScreenChangesOnlyWhereItsWordsDo() async throws {
        await phone.carry(along: Array(fixes[..<2]))
        let before = phone.lockScreen.timesShown
        for fix in fixes[..<30] { await phone.parts.guiding.take(fix) }
        let shown = phone.lockScreen.timesShown - before
        #expect(shown > 0 && shown < 30)
        #expect(phone.lockScreen.shown?.remaining?.hasSuffix("to go") == true)
        #expect((0...100).contains(phone.lockScreen.shown?.percent ?? -1))
    }

    private func camera(at fix: Fix?, bearingDeg: Double) -> Camera? {
        fix.map { .following(Position(lat: $0.lat, lon: $0.lon), bearingDeg: bearingDeg, zoom: 15) }
    }
}
