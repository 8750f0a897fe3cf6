// Is every text of the app there in three languages, well made, and the same as on Android? Whether Phrases.swift is what
// the catalogue says is for `ios/words --check`.
import Foundation
import Testing

@testable import RouteGuideKit

/// Texts that must differ on an iPhone, by key, each with the reason beside it.
private let differingFromAndroid: Set<String> = [
    // iOS ends no app that guides; travellers do, and they choose how exact a place is.
    "guide_help_saver", "guide_help_maker",
    // iOS leads to the app's own settings only: the way to others is told.
    "guide_voice_missing", "location_off_text", "open_location_settings",
    // The locked screen needs no leave to notify.
    "why_location_text",
    // An app cannot open the phone's switch for all locations: it tells the way, and opens the Settings.
    "location_switched_off", "location_switch_on",
    // The phone moves the file: it is there whole, or not at all.
    "backup_unwritten",
    // An iPhone has no battery saving that ends apps, but travellers may.
    "settings_battery_text",
    // Where an iPhone keeps it.
    "settings_text_size_text",
]

/// How the languages of the app count, and where Android keeps what it says in them.
private let languages = [
    (code: "en", forms: ["one", "other"], android: "values"),
    (code: "lt", forms: ["one", "few", "many", "other"], android: "values-lt"),
    (code: "de", forms: ["one", "other"], android: "values-de"),
]

@Suite struct Words {
    private let catalogue = CatalogueFile.ofTheApp

    @Test func everythingIsSaidInThreeLanguages() {
        #expect(Set(catalogue.texts.keys) == Set(languages.map(\.code)))
        let english = keys("en")
        #expect(!english.isEmpty)
        for language in languages {
            #expect(keys(language.code).symmetricDifference(english) == [], "\(language.code)")
        }
    }

    @Test func eachLanguageCountsInItsOwnWay() {
        for key in keys("en") {
            let counts = languages.contains { forms(of: key, in: $0.code).count > 1 }
            for language in languages {
                let expected = counts ? language.forms : ["other"]
                #expect(Set(forms(of: key, in: language.code).keys) == Set(expected), "\(language.code) \(key)")
            }
        }
    }

    @Test func lithuanianDeclinesWhatItCounts() {
        #expect(
            said(in: "lt", Phrase.days) == [
                "0 dienų", "1 diena", "2 dienos", "5 dienos", "10 dienų", "11 dienų", "12 dienų", "21 diena",
                "22 dienos", "101 diena", "111 dienų",
            ])
        #expect(
            said(in: "lt", Phrase.searchFound) == [
                "Rasta 0 atitikmenų", "Rastas 1 atitikmuo", "Rasti 2 atitikmenys", "Rasti 5 atitikmenys",
                "Rasta 10 atitikmenų", "Rasta 11 atitikmenų", "Rasta 12 atitikmenų", "Rastas 21 atitikmuo",
                "Rasti 22 atitikmenys", "Rastas 101 atitikmuo", "Rasta 111 atitikmenų",
            ])
        #expect(
            said(in: "lt", Phrase.backupFavourites) == [
                "0 mėgstamų vietų", "1 mėgstama vieta", "2 mėgstamos vietos", "5 mėgstamos vietos",
                "10 mėgstamų vietų", "11 mėgstamų vietų", "12 mėgstamų vietų", "21 mėgstama vieta",
                "22 mėgstamos vietos", "101 mėgstama vieta", "111 mėgstamų vietų",
            ])
        #expect(
            said(in: "lt", Phrase.bundlesDamageLost) == [
                "Prarasta 0 jūsų įrašų taškų.", "Prarastas 1 jūsų įrašų taškas.", "Prarasti 2 jūsų įrašų taškai.",
                "Prarasti 5 jūsų įrašų taškai.", "Prarasta 10 jūsų įrašų taškų.", "Prarasta 11 jūsų įrašų taškų.",
                "Prarasta 12 jūsų įrašų taškų.", "Prarastas 21 jūsų įrašų taškas.", "Prarasti 22 jūsų įrašų taškai.",
                "Prarastas 101 jūsų įrašų taškas.", "Prarasta 111 jūsų įrašų taškų.",
            ])
    }

    @Test func englishAndGermanKnowOneAndMany() {
        #expect(
            said(in: "en", Phrase.days) == [
                "0 days", "1 day", "2 days", "5 days", "10 days", "11 days", "12 days", "21 days", "22 days",
                "101 days", "111 days",
            ])
        #expect(
            said(in: "de", Phrase.days) == [
                "0 Tage", "1 Tag", "2 Tage", "5 Tage", "10 Tage", "11 Tage", "12 Tage", "21 Tage", "22 Tage",
                "101 Tage", "111 Tage",
            ])
    }

    @Test func whatIsPutIntoATextStandsInItsPlace() {
        #expect(
            catalogue.text(of: .guideStage(2, 5, "Nida – Juodkrantė"), in: "en") == "Stage 2 of 5: Nida – Juodkrantė")
        #expect(catalogue.text(of: .routes, in: "de") == "Routen")
    }

    @Test func textsLeaveTheSameOpenInEveryLanguage() {
        for key in keys("en") {
            let english = placeholders(in: forms(of: key, in: "en")["other"] ?? "")
            for language in languages {
                for (form, text) in forms(of: key, in: language.code) {
                    #expect(placeholders(in: text) == english, "\(language.code) \(key) \(form): \(text)")
                }
            }
        }
    }

    @Test func nothingIsSaidEmptyOrRagged() {
        expectNone { _, text in text.trimmingCharacters(in: .whitespacesAndNewlines) != text || text.isEmpty }
    }

    @Test func everyPercentSignIsAPlaceholderOfApples() {
        expectNone { _, text in text.replacing(placeholder, with: "").contains("%") }
    }

    @Test func quotesAndDotsAreThoseOfPrint() {
        expectNone { language, text in
            text.contains("...") || text.contains("\"") || text.contains("'")
                || (language != "en" && text.contains("“") && !text.contains("„"))
        }
    }

    @Test func nobodyIsShoutedAt() {
        expectNone { _, text in text.contains("!") }
    }

    @Test func theAppSaysTheSameAsOnAndroid() throws {
        for language in languages {
            let android = try AndroidTexts(in: language.android).texts
            #expect(!android.isEmpty)
            for key in keys(language.code).subtracting(differingFromAndroid) {
                guard let there = android[key] else { continue }
                #expect(forms(of: key, in: language.code) == there, "\(language.code) \(key)")
            }
        }
    }

    @Test func whatIsListedAsDifferentOnAnIPhoneIsDifferent() throws {
        for key in differingFromAndroid {
            let differs = try languages.contains { language in
                let android = try AndroidTexts(in: language.android).texts[key]
                return android != nil && android != catalogue.texts[language.code]?[key]
            }
            #expect(differs, "\(key)")
        }
    }

    /// Finds a phrase by its name after a dot, `Phrase.routes` or `.routes`: an unused one may go unnoticed where a method
    /// has the same name.
    @Test func everyPhraseIsUsedAndEveryUseExists() throws {
        let list = Project.ios.appending(path: "RouteGuideKit/Sources/RouteGuideKit/words/Phrases.swift")
        let phrases = Set(try found(/public static (?:let|func) `?(\w+)/, in: [list]))
        let sources = ["App", "RouteGuideKit/Sources"]
            .flatMap { Project.files(below: Project.ios.appending(path: $0), ending: "swift") }
            .filter { $0.lastPathComponent != list.lastPathComponent }
        #expect(phrases.subtracting(try found(/\.`?(\w+)/, in: sources)) == [], "said nowhere")
        let named = Set(try found(/\bPhrase\.`?([a-z]\w*)/, in: sources))
        #expect(named.subtracting(phrases) == [], "not in the catalogue")
    }

    private func keys(_ language: String) -> Set<String> { Set((catalogue.texts[language] ?? [:]).keys) }

    private func forms(of key: String, in language: String) -> CatalogueFile.Forms {
        catalogue.texts[language]?[key] ?? [:]
    }

    /// Numbers on both sides of where a language changes its form.
    private func said(in language: String, _ phrase: (Int) -> Phrase) -> [String] {
        [0, 1, 2, 5, 10, 11, 12, 21, 22, 101, 111].map { catalogue.text(of: phrase($0), in: language) }
    }

    private func expectNone(where isWrong: (_ language: String, _ text: String) -> Bool) {
        let wrong = catalogue.texts.flatMap { language, texts in
            texts.flatMap { key, forms in
                forms.values.filter { isWrong(language, $0) }.map { "\(language) \(key): \($0)" }
            }
        }
        #expect(wrong == [])
    }

    private func found(_ name: Regex<(Substring, Substring)>, in files: [URL]) throws -> [String] {
        try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: name).map { String($0.1) }
        }
    }
}

private var placeholder: Regex<Substring> { /%(?:%|(?:\d\$)?(?:@|lld))/ }

private func placeholders(in text: String) -> [String] {
    text.matches(of: placeholder).map { String($0.output) }.sorted()
}
