// The receiver on a ride: what is asked of it, and what is said when it falls silent.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct ListeningTests {
    private let phone: TestPhone
    private let fixes: [Fix]

    init() async throws {
        phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        fixes = try await phone.ride(along: stones, metres: 0...3_000)
    }

    @Test func itIsAskedAtTheRateThatTheCoreWantsAndForTheModeOfTheLeg() async throws {
        #expect(phone.fixes.rate == .atFirst)
        await phone.carry(along: fixes)
        let ride = try phone.underway
        #expect(phone.fixes.rate == ride.rate)
        #expect(ride.rate != .atFirst)
        let details = try await phone.home.ask(bundle: region) { try $0.route(route: "antgamtiniai-peizazai") }
            .value.required
        #expect(try ride.rate.mode == details.legs[Int(ride.update.required.matched.leg)].mode)
    }

    @Test func whatComesSoonerThanHalfOfWhatIsWantedIsPassedOver() async throws {
        let taken = await phone.carry(along: fixes)
        #expect(!taken.isEmpty && taken.count < fixes.count)
        let everyMs = try phone.underway.rate.everyMs
        let last = try #require(taken.last)
        var soon = last
        soon.come(later: everyMs / 2 - 1)
        phone.now = soon.timeMs
        phone.fixes.arrive(soon)
        try await Task.sleep(for: .milliseconds(50))
        #expect(try phone.underway.fix == last)
        var inTime = last
        inTime.come(later: everyMs / 2)
        phone.now = inTime.timeMs
        phone.fixes.arrive(inTime)
        await settle { self.phone.parts.guiding.ride?.fix == inTime }
        #expect(try phone.underway.fix == inTime)
    }

    @Test func lostIsSaidOnlyAfterThePhoneWasAskedOnceMoreAndForgottenWhenItIsFound() async throws {
        await phone.carry(along: fixes)
        let came = noon - 60_000 + (try phone.underway.fixCameMs)
        let patience = 3 * (try phone.underway.rate.everyMs) + 20_000
        phone.now = came + patience
        phone.parts.guiding.look()
        let asked = phone.fixes.timesStarted
        #expect(try phone.underway.signal == .there)
        phone.now = came + patience + 1
        phone.parts.guiding.look()
        #expect(phone.fixes.timesStarted == asked + 1)
        #expect(try phone.underway.signal == .there)
        phone.parts.guiding.look()
        #expect(try phone.underway.signal == .lost)
        let sinceStart = phone.parts.phone.sinceStart()
        let trouble = try #require(try phone.underway.troubles(phone.say, sinceStart: sinceStart).first)
        let since = try phone.say.words.duration(ms: patience + 1)
        #expect(trouble.kind == .lost && trouble.isGrave)
        #expect(trouble.text == "No position for \(since)")
        var found = try phone.underway.fix.required
        found.come(later: phone.now + 1_000 - found.timeMs)
        await phone.carry(along: [found])
        #expect(try phone.underway.signal == .there)
        #expect(try phone.underway.troubles(phone.say, sinceStart: 0).allSatisfy { $0.kind == .refused })
    }

    @Test func whoeverPausesHasLostNothing() async throws {
        await phone.carry(along: fixes)
        _ = await phone.parts.guiding.pause()
        phone.now += 3_600_000
        phone.parts.guiding.look()
        phone.parts.guiding.look()
        #expect(try phone.underway.signal != .lost)
    }

    @Test func whatWasNotAllowedAtResumingIsNotOverlooked() async throws {
        _ = await phone.parts.guiding.pause()
        phone.fixes.allowed = .nothing
        _ = await phone.parts.guiding.resume()
        #expect(try phone.underway.signal == .notAllowed)
        #expect(phone.lockScreen.shown?.state == .noPosition)
    }

    @Test func locationThatIsSwitchedOffAndOnIsSaid() async throws {
        phone.fixes.signal(.switchedOff)
        let trouble = try #require(try phone.underway.troubles(phone.say, sinceStart: 0).first)
        #expect(trouble.kind == .switchedOff && trouble.remedy == .settings)
        #expect(try trouble.remedyLabel(phone.say) != nil)
        phone.fixes.signal(.waiting)
        #expect(try phone.underway.troubles(phone.say, sinceStart: 0).isEmpty, "what comes says it")
    }

    @Test func aHundredFixesAtOnceLeaveTheNewest() async throws {
        for fix in fixes.prefix(100) {
            phone.now = fix.timeMs
            phone.fixes.arrive(fix)
        }
        let newest = fixes.prefix(100).last
        await settle { self.phone.parts.guiding.ride?.fix == newest }
        #expect(try phone.underway.fix == newest)
        // The one that was being taken already, and those that there is room for.
        #expect(try (64...65).contains(phone.underway.tally.required.fixes))
    }
}

extension Fix {
    fileprivate mutating func come(later ms: Int64) {
        timeMs += ms
        monotonicMs = monotonicMs.map { $0 + ms }
    }
}

@Suite struct TuningTests {
    @Test(arguments: [
        (5.0, false, Tuning.Accuracy.best), (10, false, .best), (25, false, .tenMetres), (100, false, .hundredMetres),
        (5, true, .tenMetres), (25, true, .tenMetres), (100, true, .hundredMetres),
    ])
    func onlyAsExactAsItIsWanted(_ wantedM: Double, savesPower: Bool, _ expected: Tuning.Accuracy) {
        #expect(Tuning(Rate(everyMs: 1_000, accuracyM: wantedM), savesPower: savesPower).accuracy == expected)
    }

    @Test(arguments: [
        (TravelMode.walk, Tuning.Activity.fitness), (.bike, .fitness), (.car, .automotive), (.boat, .other),
        (.ferry, .other),
    ])
    func thePhoneKnowsWhatMoves(_ mode: TravelMode, _ expected: Tuning.Activity) {
        #expect(Tuning(Rate(everyMs: 1_000, accuracyM: 10, mode: mode), savesPower: false).activity == expected)
    }
}
