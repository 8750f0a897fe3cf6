// What happens to a phone on the way: its language, its clock, its memory.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct OnTheWayTests {
    private let phone: TestPhone
    private let fixes: [Fix]

    init() async throws {
        phone = try TestPhone()
        await phone.parts.begin()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        fixes = try await phone.ride(along: stones, metres: 0...6_000)
        await phone.carry(along: Array(fixes[..<40]))
    }

    @Test func anotherLanguageOfThePhoneIsSpokenAtOnceAndChangesNothingOfTheRide() async throws {
        let before = try phone.underway
        #expect(phone.voice.language == "en")
        phone.language = "lt"
        await phone.parts.comeToSight()
        await settle { self.phone.voice.language == "lt" }
        #expect(phone.voice.language == "lt")
        #expect(phone.lockScreen.shown?.remaining?.hasPrefix("Liko ") == true)
        #expect(try phone.underway.tally == before.tally)
        #expect(try phone.underway.recordingLine(phone.say).hasPrefix("Įrašyta: "))
        let said = phone.voice.said.count
        let after = await phone.carry(along: Array(fixes[40...]))
        #expect(try phone.underway.tally?.fixes == before.tally.map { $0.fixes + UInt64(after.count) })
        #expect(phone.voice.said.count > said)
        let lithuanian = /[ąčęėįšųūž]/
        #expect(phone.voice.said[said...].contains { $0.contains(lithuanian) })
    }

    @Test func theLanguageChosenInTheAppIsSpokenToo() async throws {
        var settings = try phone.home.settings.required
        settings.language = "de"
        await phone.home.choose(settings)
        await settle { self.phone.voice.language == "de" }
        #expect(phone.voice.language == "de")
        #expect(phone.lockScreen.shown?.remaining?.hasPrefix("Noch ") == true)
    }

    @Test func inAnotherTimeZoneTheSameMomentIsSaidByTheClockThere() async throws {
        let words = try phone.say.words
        func told(in zone: String) throws -> StageLine? {
            let say = Wording(
                words, language: "en", from: phone.catalogue, timeZone: try #require(TimeZone(identifier: zone)))
            return try phone.underway.stageLine(say)
        }
        let (here, there) = (try told(in: "Europe/Vilnius"), try told(in: "Europe/Berlin"))
        #expect(here?.end != there?.end)
        #expect(here?.toGo == there?.toGo)
    }

    @Test func aClockThatIsSetCostsNothingOfTheRecording() async throws {
        let before = try phone.underway.tally.required
        let hour: Int64 = 3_600_000
        for fix in fixes[40..<60] {
            var set = fix
            set.timeMs -= 2 * hour
            await phone.parts.guiding.take(set)
        }
        let after = try phone.underway.tally.required
        #expect(after.fixes == before.fixes + 20)
        #expect(after.durationMs > before.durationMs && after.durationMs < before.durationMs + hour)
    }

    @Test func whatAMemoryWarningTakesComesBackAndTheRideDoesNotNotice() async throws {
        let before = try phone.underway.tally.required
        await phone.home.relieve()
        await phone.parts.guiding.take(fixes[40])
        #expect(try phone.underway.tally?.fixes == before.fixes + 1)
        #expect(try phone.underway.notKept == nil)
        let routes = await phone.home.ask(bundle: region) { try $0.routes().count }
        #expect(routes == .given(3))
    }

    @Test func evenALibraryThatWasClosedUnderItCostsNothing() async throws {
        let before = try phone.underway.tally.required
        await phone.home.close()
        await phone.parts.guiding.take(fixes[40])
        #expect(try phone.underway.tally?.fixes == before.fixes + 1)
        #expect(try phone.underway.update == phone.underway.update)
        #expect(try phone.underway.notKept == nil)
    }
}
