// From the wish to set out to being under way, with everything that may stand between.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct SettingOutTests {
    private let phone: TestPhone
    private var settingOut: SettingOutModel { phone.parts.settingOut }

    init() async throws {
        phone = try TestPhone()
        phone.fixes.allowed = .notAsked
        await phone.parts.begin()
    }

    @Test func whyComesBeforeTheQuestionOfThePhone() async throws {
        await settingOut.setOut(coast)
        #expect(settingOut.hurdle == .why)
        #expect(phone.fixes.timesAsked == 0)
        await agree()
        #expect(phone.fixes.timesAsked == 1)
        #expect(settingOut.hurdle == nil)
        #expect(try phone.underway.way == coast)
        #expect(phone.parts.navigator.showsGuide)
    }

    @Test func refusedItSaysWhatIsPossibleWithoutAndGoesOnByItselfBackFromTheSettings() async throws {
        phone.fixes.answer = .nothing
        await settingOut.setOut(coast)
        await agree()
        let hurdle = try #require(settingOut.hurdle)
        #expect(hurdle == .refused && hurdle.leadsToSettings)
        #expect(try hurdle.text(phone.say).hasPrefix("You can still read about the routes"))
        await agree()
        #expect(phone.fixes.timesAsked == 1, "asked once, iOS asks no more")
        #expect(phone.parts.guiding.ride == nil)
        phone.fixes.allowed = .exactly
        await phone.parts.comeToSight()
        #expect(settingOut.hurdle == nil)
        #expect(try phone.underway.way == coast)
    }

    @Test func whoNeverAnswersIsTakenToHaveRefused() async {
        phone.fixes.answer = .notAsked
        await settingOut.setOut(coast)
        await agree()
        #expect(settingOut.hurdle == .refused)
    }

    @Test func notNowLeavesEverythingAsItWas() async {
        await settingOut.setOut(coast)
        settingOut.giveUp()
        #expect(settingOut.hurdle == nil)
        await phone.parts.comeToSight()
        #expect(settingOut.hurdle == nil)
        #expect(phone.parts.guiding.ride == nil)
        #expect(!phone.parts.navigator.showsGuide)
    }

    @Test func theExactPlaceIsAskedForWhereOnlyARoughOneIsAllowed() async throws {
        phone.fixes.allowed = .roughly
        await settingOut.setOut(coast)
        #expect(settingOut.hurdle == .roughly)
        await agree()
        #expect(phone.fixes.timesAsked == 1)
        #expect(phone.parts.guiding.ride != nil)
    }

    @Test func aRoughPlaceIsToldAboutAndWillDoIfItMust() async throws {
        (phone.fixes.allowed, phone.fixes.answer) = (.roughly, .roughly)
        await settingOut.setOut(coast)
        await agree()
        let hurdle = try #require(settingOut.hurdle)
        #expect(hurdle == .roughly, "what helped not is said again")
        #expect(hurdle.goOn != nil)
        await settingOut.overcome(hurdle)
        #expect(phone.parts.guiding.ride != nil)
    }

    @Test func whileLocationIsOffForTheWholePhoneNothingElseIsSaid() async throws {
        (phone.fixes.allowed, phone.fixes.isSwitchedOn) = (.nothing, false)
        await settingOut.setOut(coast)
        let hurdle = try #require(settingOut.hurdle)
        #expect(hurdle == .switchedOff && hurdle.leadsToSettings)
        (phone.fixes.allowed, phone.fixes.isSwitchedOn) = (.exactly, true)
        await phone.parts.comeToSight()
        #expect(phone.parts.guiding.ride != nil)
    }

    @Test func anotherRideIsAskedAboutByItsName() async throws {
        phone.fixes.allowed = .exactly
        await settingOut.setOut(stones)
        phone.parts.navigator.showsGuide = false
        await settingOut.setOut(coast)
        let name = try phone.underway.name
        #expect(settingOut.hurdle == .otherRide(name: name))
        #expect(try settingOut.hurdle?.text(phone.say).contains(name) == true)
        #expect(!phone.parts.navigator.showsGuide)
        await agree()
        #expect(try phone.underway.way == coast)
        #expect(phone.parts.navigator.showsGuide)
    }

    @Test func theSameWayAgainLeadsBackToTheGuideAndInReverseIsAnother() async throws {
        phone.fixes.allowed = .exactly
        await settingOut.setOut(stones)
        phone.parts.navigator.showsGuide = false
        await settingOut.setOut(stones)
        #expect(phone.parts.navigator.showsGuide)
        #expect(settingOut.hurdle == nil)
        #expect(try await phone.recordings().count == 1)
        await settingOut.setOut(stones, reversed: true)
        #expect(settingOut.hurdle != nil)
        settingOut.giveUp()
        await settingOut.setOut(stones, departure: .here)
        #expect(settingOut.hurdle != nil)
    }

    @Test func whatWasTakenFromTheGuideIsAskedForAndTheRideGoesOn() async throws {
        phone.fixes.allowed = .exactly
        await settingOut.setOut(stones)
        phone.fixes.allowed = .nothing
        phone.fixes.signal(.notAllowed)
        #expect(try phone.underway.signal == .notAllowed)
        await settingOut.goOn()
        #expect(settingOut.hurdle == .refused)
        phone.fixes.allowed = .exactly
        await phone.parts.comeToSight()
        #expect(try phone.underway.signal == .waiting)
        #expect(try await phone.recordings().count == 1)
    }

    /// The traveller presses what helps.
    private func agree() async {
        guard let hurdle = settingOut.hurdle else { return }
        settingOut.putAway()
        await settingOut.agree(hurdle)
    }

    @Test(arguments: [
        Hurdle.otherRide(name: "Neringa"), .switchedOff, .why, .refused, .roughly,
        .failed(Said(code: "disk.full", text: "The phone is full.", detail: "")),
    ])
    func everyHurdleIsSaidInFullWithAWayBack(_ hurdle: Hurdle) throws {
        let say = try phone.say
        #expect(!say(hurdle.title).isEmpty && !hurdle.text(say).isEmpty && !say(hurdle.giveUp).isEmpty)
        if case .failed = hurdle { #expect(hurdle.agree == nil) } else { #expect(hurdle.agree != nil) }
    }
}
