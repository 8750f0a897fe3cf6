// The emergency screen, as someone in need finds it.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct EmergencyTests {
    @Test func theNumberIsThereWithWhatItIs() async throws {
        let (_, model) = try await opened()
        await model.numbers.look()
        let numbers = try #require(model.numbers.answer?.value)
        #expect(numbers.map(\.number) == ["112"])
        #expect(numbers.first?.note == "The single emergency number throughout the European Union.")
        #expect(numbers.first?.address?.absoluteString == "tel:112")
    }

    @Test func theNumberIsThereWithoutAnyBundle() async throws {
        let (phone, model) = try await opened()
        _ = await phone.home.change { shelf in try shelf.uninstall(region) }
        await model.numbers.look()
        #expect(model.numbers.answer == .given([EmergencyNumber(number: "112", note: nil)]))
    }

    @Test func aNumberOfAnotherCountryComesAfterTheOneThatAnswersEverywhere() async throws {
        let (phone, _) = try await opened()
        let manifest = try #require(await phone.home.ask(bundle: region) { try $0.manifest() }.value)
        func bundle(_ number: String) -> BundleManifest {
            BundleManifest(
                id: number, version: 1, published: manifest.published, publisher: manifest.publisher,
                licence: manifest.licence, name: number, summary: "", languages: [], emergencyNumber: number,
                emergencyNote: "", attributions: [])
        }
        let numbers = EmergencyNumber.of([bundle("+41 144"), bundle("*21*0900#"), manifest, bundle("+41 144")])
        #expect(numbers.map(\.number) == ["112", "+41 144"])
        #expect(numbers.first?.note == manifest.emergencyNote)
        #expect(numbers.last?.address?.absoluteString == "tel:+41144")
    }

    @Test func nothingIsDialledThatAPhoneWouldTakeForAnOrder() {
        func dialled(_ number: String) -> String? {
            EmergencyNumber(number: number, note: nil).address?.absoluteString
        }
        #expect(dialled("+370 (5) 262-0000") == "tel:+37052620000")
        let orders = ["*21*112#", "112,1", "112;ext=1", "tel:112", "１１２", "²112", "+", "112\n", ""]
        for order in orders + [String(repeating: "1", count: 16)] { #expect(dialled(order) == nil, "\(order)") }
    }

    @Test func thePlaceIsThereToBeReadAloud() async throws {
        let (phone, model) = try await opened()
        let say = try phone.home.say.required
        #expect(model.place(say) == nil)
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            await model.look()
            let place = try #require(model.place(say))
            #expect(place.text == say.words.position(position: nida))
            #expect(place.accuracy == "Accurate to about 10\u{A0}m")
            #expect(place.age.hasPrefix("Found "))
            #expect(!place.isOld)
            let nearest = try (model.nearest?.value ?? nil).required
            #expect((nearest.away?.distanceM ?? .infinity) < 2_000)
        }
    }

    @Test func anOldPlaceIsSaidToBeOld() async throws {
        let (phone, model) = try await opened()
        let say = try phone.home.say.required
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            phone.now += 3 * 60_000
            #expect(model.place(say)?.isOld == false)
            phone.now += 2 * 60_000
            let place = try #require(model.place(say))
            #expect(place.isOld)
            #expect(place.age == "Found \(say.words.duration(ms: 5 * 60_000)) ago")
        }
    }

    @Test func aMessageSaysItInTheTravellersLanguageAndInDigitsForEveryMap() async throws {
        let (phone, model) = try await opened("de")
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            await model.look()
            let place = try #require(model.place(try phone.home.say.required))
            let text = place.message
            #expect(text.hasPrefix("Ich brauche Hilfe. Mein Standort (Breite, Länge): 55.30300, 21.00500."), "\(text)")
            #expect(text.contains("Auf etwa 10\u{A0}m genau. Am nächsten: "), "\(text)")
            #expect(text.hasSuffix(" von mir."), "\(text)")
            let sms = try #require(place.sms).absoluteString
            #expect(sms.hasPrefix("sms:&body=Ich%20brauche"))
            #expect(sms.dropFirst("sms:&body=".count).removingPercentEncoding == text, "nothing of it is lost")
        }
    }

    @Test func aNameWithSignsOfAnAddressInItDoesNotEndTheMessageEarly() async throws {
        let (phone, _) = try await opened()
        let pier = Spot(
            bundle: region, thing: .place(place: "pier", kind: .ferryPier), name: "Sand & Sea #1", kind: "ferry pier",
            position: nida, away: Away(distanceM: 120, bearingDeg: 90), lengthM: nil)
        let place = EmergencyPlace(phone.fix(at: nida), ageMs: 0, nearest: pier, try phone.home.say.required)
        let body = try place.sms.required.absoluteString.dropFirst("sms:&body=".count)
        #expect(body.contains("Sand%20%26%20Sea%20%231"))
        #expect(body.removingPercentEncoding == place.message)
    }

    @Test func aPhoneThatDoesNotSayHowAccurateItIsIsNotBelievedToBe() async throws {
        let (phone, model) = try await opened()
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida, accuracyM: 0))
            let place = try #require(model.place(try phone.home.say.required))
            #expect(place.accuracy == "The phone does not say how accurate this is")
            #expect(!place.message.contains("Accurate"))
        }
    }

    @Test func whoWasNeverAskedCanBeAskedFromHere() async throws {
        let (phone, model) = try await opened()
        let say = try phone.home.say.required
        phone.glances.allowed = .notAsked
        try await phone.looking {
            #expect(model.canAsk)
            model.asking.begin()
            #expect(model.asking.isExplained)
            phone.glances.answer = .nothing
            await model.asking.goOn()
            #expect(!model.canAsk, "who refused is sent to the settings instead")
            #expect(model.whereabouts.here.shortcoming == .notAllowed)
            #expect(model.place(say) == nil)
        }
    }

    @Test func whileThePlaceIsNotFoundYetNothingIsNearest() async throws {
        let (phone, model) = try await opened()
        try await phone.looking {
            await model.look()
            #expect(model.whereabouts.here.shortcoming == .waiting)
            #expect(model.nearest == nil)
        }
    }

    @Test func whatThePhoneCannotDoIsSaid() async throws {
        let (_, model) = try await opened()
        model.called(false)
        #expect(model.notice == .emergencyNoPhone)
        model.called(true)
        #expect(model.notice == nil)
        model.sent(false)
        #expect(model.notice == .emergencyNoMessages)
        model.copied()
        #expect(model.notice == .emergencyCopied)
        model.seen()
        #expect(model.notice == nil)
    }

    private func opened(_ language: String = "en") async throws -> (TestPhone, EmergencyModel) {
        let phone = try TestPhone(language: language)
        await phone.home.open()
        return (phone, EmergencyModel(phone.parts))
    }
}
