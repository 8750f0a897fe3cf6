// What a traveller chooses: kept, spoken at once, told with what the phone can and cannot do.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct SettingsTests {
    @Test func everySettingIsKeptThroughARestart() async throws {
        let (phone, model) = try await opened()
        await model.choose { $0.units = .imperial }
        await model.choose { $0.voice = false }
        await model.choose { $0.theme = .dark }
        await model.choose { $0.mapStyle = .plain }
        await model.choose { $0.offRouteAlarmM = 200 }
        await model.choose { $0.stopAheadM = 500 }
        await model.choose { $0.binDays = 90 }
        await model.choose { $0.language = "de" }
        (model.choice.record, model.choice.screenOn) = (false, true)
        await phone.die()
        await phone.home.open()
        let after = SettingsModel(phone.parts)
        #expect(
            phone.home.settings
                == TravellerSettings(
                    language: "de", units: .imperial, voice: false, theme: .dark, mapStyle: .plain, binDays: 90,
                    offRouteAlarmM: 200, stopAheadM: 500))
        #expect(after.choice == Choice(screenOn: true, record: false))
        #expect(model.wishes.trouble == nil)
    }

    @Test func whatIsChosenCanBeLeftToThePhoneAndThePaceAgain() async throws {
        let (_, model) = try await opened()
        let before = model.chosen
        await model.choose { ($0.language, $0.stopAheadM) = ("de", 500) }
        #expect(model.chosen != before)
        await model.choose { ($0.stopAheadM, $0.language) = (nil, nil) }
        #expect(model.chosen == before)
    }

    @Test func anotherLanguageIsSpokenAtOnce() async throws {
        let (phone, model) = try await opened()
        #expect(phone.home.say?(.settings) == "Settings")
        await model.choose { $0.language = "lt" }
        #expect(phone.home.say?(.settings) == "Nustatymai")
        await model.choose { $0.language = "de" }
        #expect(phone.home.say?(.settings) == "Einstellungen")
        phone.language = "lt"
        await phone.home.listen()
        #expect(phone.home.say?(.settings) == "Einstellungen", "what was chosen here outweighs the phone")
        await model.choose { $0.language = nil }
        #expect(phone.home.say?(.settings) == "Nustatymai")
    }

    @Test func languagesStandByTheirOwnNames() async throws {
        for language in ["lt", "en", "de"] {
            let say = try await opened(language).phone.home.say.required
            #expect(say.languages.dropFirst().map(\.text) == ["Lietuvių", "English", "Deutsch"])
            #expect(say.languages.dropFirst().map(\.value) == ["lt", "en", "de"])
        }
    }

    @Test func everyDistanceSaysTheUnitsThatWereChosen() async throws {
        let (phone, model) = try await opened()
        #expect(try phone.home.say.required.offRoute(now: 50).map(\.text).contains("200\u{a0}m"))
        await model.choose { $0.units = .imperial }
        #expect(try phone.home.say.required.offRoute(now: 50).allSatisfy { !$0.text.hasSuffix("\u{a0}m") })
    }

    @Test func whatIsSetNowIsAmongTheChoicesWhateverItIs() async throws {
        let say = try await opened().phone.home.say.required
        #expect(say.offRoute(now: 35).map(\.value) == [10, 20, 30, 35, 50, 100, 200, 500])
        #expect(say.offRoute(now: 50).count == 7)
        #expect(say.stopAhead(now: 300).map(\.value) == [nil, 50, 100, 200, 300, 500, 1_000, 2_000])
        #expect(say.stopAhead(now: nil).count == 7)
        #expect(say.binDays(now: 1).map(\.text) == ["1 day", "7 days", "30 days", "90 days", "365 days"])
    }

    @Test func everythingOfferedIsTakenByTheCore() async throws {
        let (phone, model) = try await opened()
        let say = try phone.home.say.required
        for option in say.offRoute(now: 50) { await model.choose { $0.offRouteAlarmM = option.value } }
        for option in say.stopAhead(now: nil) { await model.choose { $0.stopAheadM = option.value } }
        for option in say.binDays(now: 30) { await model.choose { $0.binDays = option.value } }
        for option in say.units { await model.choose { $0.units = option.value } }
        for option in say.themes { await model.choose { $0.theme = option.value } }
        for option in say.drawings {
            await model.choose { $0.mapStyle = option.value }
            #expect(model.wishes.trouble == nil)
        }
    }

    @Test func whatTheCoreDoesNotTakeIsToldAndNothingChanges() async throws {
        let (_, model) = try await opened()
        let before = model.chosen
        await model.choose { $0.offRouteAlarmM = 1 }
        #expect(model.wishes.trouble != nil)
        #expect(model.chosen == before)
        await model.choose { $0.offRouteAlarmM = 100 }
        #expect(model.wishes.trouble == nil)
    }

    @Test func aMissingVoiceIsToldWithWhereOneIsToBeHad() async throws {
        let (phone, model) = try await opened()
        phone.voice.languages = ["en"]
        #expect(model.voiceLines(try phone.home.say.required) == ["Looking for a voice on this phone…"])
        model.askForVoice()
        #expect(model.voiceLines(try phone.home.say.required) == ["This phone has a voice for it."])
        await model.choose { $0.language = "lt" }
        model.askForVoice()
        let lines = model.voiceLines(try phone.home.say.required)
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("Šiame telefone nėra šios kalbos balso: lietuvių."))
        #expect(lines[1].contains("„Accessibility“"))
    }

    @Test func whoWantsNoVoiceIsToldOfNone() async throws {
        let (phone, model) = try await opened()
        model.askForVoice()
        await model.choose { $0.voice = false }
        #expect(model.voiceLines(try phone.home.say.required) == [])
    }

    @Test func whatASwitchSetsIsKept() async throws {
        let (phone, model) = try await opened()
        model.chosen?.theme = .light
        await settle { phone.home.settings?.theme == .light }
        #expect(phone.home.settings?.theme == .light)
        #expect(phone.home.settings?.units == .metric)
    }

    private func opened(_ language: String = "en") async throws -> (phone: TestPhone, model: SettingsModel) {
        let phone = try TestPhone(language: language)
        await phone.home.open()
        return (phone, SettingsModel(phone.parts))
    }
}

extension SettingsModel {
    /// Chooses, and waits until it is kept.
    func choose(_ change: (inout TravellerSettings) -> Void) async {
        guard var chosen else { return }
        change(&chosen)
        await choose(chosen)
    }
}
