// Where the traveller is, as screens that are asked for it find it out.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct WhereaboutsTests {
    @Test func thePhoneIsAskedForItsPlaceOnlyWhileSomebodyLooks() async throws {
        let phone = try TestPhone()
        #expect(phone.glances.rate == nil)
        let map = Task { await phone.parts.whereabouts.look() }
        await settle { phone.glances.rate != nil }
        #expect(phone.glances.rate?.everyMs == 2_000)
        #expect(phone.parts.whereabouts.here.signal == .waiting)
        map.cancel()
        await settle { phone.glances.rate == nil }
        #expect(phone.glances.rate == nil)
        #expect(phone.parts.whereabouts.here.signal == nil)
        #expect(phone.fixes.rate == nil, "the guide's own fixes are another matter")
    }

    @Test func whoLeavesOneScreenForAnotherIsStillLookedFor() async throws {
        let phone = try TestPhone()
        let map = Task { await phone.parts.whereabouts.look() }
        await settle { phone.glances.rate != nil }
        phone.glances.arrive(phone.fix(at: nida))
        let emergency = Task { await phone.parts.whereabouts.look() }
        await Task.yield()
        map.cancel()
        await map.value
        #expect(phone.glances.rate != nil)
        #expect(phone.parts.whereabouts.here.position == nida)
        emergency.cancel()
        await emergency.value
        #expect(phone.glances.rate == nil)
        #expect(phone.parts.whereabouts.here.position == nida, "the place stays known")
    }

    @Test func anOlderPlaceIsShownUntilThePresentOneIsKnown() async throws {
        let phone = try TestPhone()
        phone.glances.last = phone.fix(at: nida)
        phone.now += 60_000
        try await phone.looking {
            let here = phone.parts.whereabouts.here
            #expect(here.position == nida)
            #expect(here.shortcoming == .waiting)
            #expect(here.fix.map(phone.parts.whereabouts.ageMs) == 60_000)
            phone.glances.arrive(phone.fix(at: nida))
            #expect(phone.parts.whereabouts.here.shortcoming == nil)
        }
    }

    @Test func whyThePlaceIsNotKnownIsToldWithTheWayOut() async throws {
        let phone = try TestPhone()
        phone.glances.isSwitchedOn = false
        try await phone.looking {
            let shortcoming = try phone.parts.whereabouts.here.shortcoming.required
            #expect(shortcoming == .switchedOff)
            #expect(shortcoming.wayOut == .settings(.locationSwitchOn))
            phone.glances.signal(.lost)
            #expect(phone.parts.whereabouts.here.shortcoming == .lost)
            #expect(phone.parts.whereabouts.here.shortcoming?.wayOut == nil)
        }
    }

    @Test func whoRefusedIsSentToThePhonesSettings() async throws {
        let phone = try TestPhone()
        phone.glances.allowed = .nothing
        try await phone.looking {
            #expect(phone.parts.whereabouts.here.shortcoming == .notAllowed)
            #expect(Shortcoming.notAllowed.wayOut == .settings(.locationAllow))
            #expect(phone.glances.rate == nil)
            #expect(phone.glances.timesAsked == 0)
        }
    }

    @Test func whoWasNeverAskedIsNotSentToSettingsThatDoNotKnowTheApp() async throws {
        let phone = try TestPhone()
        phone.glances.allowed = .notAsked
        try await phone.looking {
            #expect(phone.parts.whereabouts.here.shortcoming == .notAsked)
            #expect(Shortcoming.notAsked.wayOut == nil)
            await phone.parts.whereabouts.ask()
            #expect(phone.parts.whereabouts.here.shortcoming == .waiting)
        }
    }

    @Test func anApproximatePlaceIsSaidToBeOneAndCanBeMadeExact() async throws {
        let phone = try TestPhone()
        phone.glances.allowed = .roughly
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida, accuracyM: 2_000))
            #expect(phone.parts.whereabouts.here.shortcoming == .roughly)
            #expect(Shortcoming.roughly.wayOut == .askExactly(.allowExactly))
            await phone.parts.whereabouts.askExactly()
            phone.glances.arrive(phone.fix(at: nida))
            #expect(phone.parts.whereabouts.here.shortcoming == nil)
        }
    }

    @Test func theReasonIsToldBeforeThePhoneAsksAndOnlyOnce() async throws {
        let phone = try TestPhone()
        phone.glances.allowed = .notAsked
        var timesAnswered = 0
        let asking = Asking(phone.parts.whereabouts) { timesAnswered += 1 }
        asking.begin()
        #expect(asking.isExplained)
        #expect((phone.glances.timesAsked, timesAnswered) == (0, 0))
        await asking.goOn()
        #expect(!asking.isExplained)
        #expect((phone.glances.timesAsked, timesAnswered) == (1, 1))
        asking.begin()
        #expect(!asking.isExplained)
        #expect((phone.glances.timesAsked, timesAnswered) == (1, 2))
    }

    @Test func aPlaceFromThisMorningSaysLittleOfNow() async throws {
        let phone = try TestPhone()
        phone.glances.last = phone.fix(at: nida)
        phone.now += 14 * 60_000
        #expect(phone.parts.whereabouts.recent == nida)
        phone.now += 2 * 60_000
        #expect(phone.parts.whereabouts.recent == nil)
    }

    @Test func aFixOfAPhoneWithoutASteadyClockIsAsOldAsItsTimeSays() async throws {
        let phone = try TestPhone()
        let fix = Fix(
            timeMs: noon, monotonicMs: nil, lat: nida.lat, lon: nida.lon, accuracyM: 8, altitudeM: nil, speedMps: nil,
            courseDeg: nil)
        phone.now = noon + 5_000
        #expect(phone.parts.whereabouts.ageMs(of: fix) == 5_000)
        phone.now = noon - 5_000
        #expect(phone.parts.whereabouts.ageMs(of: fix) == 0)
    }
}
