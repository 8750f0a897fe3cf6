// How the core is asked: opened once, in the phone's language, with the bundle that ships; and what is told when it cannot.
import Foundation
import Observation
import RouteGuide
import Synchronization
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct HomeTests {
    @Test func theBundleThatShipsIsInstalledOnceAndAgainWhenTheAppIsAnother() async throws {
        let phone = try TestPhone()
        await phone.home.open()
        #expect(await phone.bundles() == [region])
        _ = await phone.home.change { shelf in try shelf.uninstall(region) }
        await phone.die()
        #expect(await phone.bundles() == [], "who removed it does not get it back at the next start")
        try FileManager.default.setAttributes([.modificationDate: Date(ms: noon)], ofItemAtPath: phone.shipped.path)
        await phone.die()
        #expect(await phone.bundles() == [region], "a new version of the app brings it again")
    }

    @Test func withoutABundleTheAppSaysWhyAndTriesAgain() async throws {
        let phone = try TestPhone()
        try FileManager.default.removeItem(at: phone.shipped)
        await phone.home.open()
        guard case .failed(let said) = phone.home.opening else {
            Issue.record("it opened without any bundle: \(phone.home.opening)")
            return
        }
        #expect(said.code == "shell.disk")
        #expect(said.text == phone.parts.say(.fileFailed))
        try FileManager.default.copyItem(atPath: phone.bundle, toPath: phone.shipped.path)
        await phone.home.open()
        #expect(phone.home.opening == .done)
    }

    @Test func aFolderThatCannotBeReadIsToldInTheTravellersLanguage() async throws {
        let phone = try TestPhone(language: "de")
        try FileManager.default.createDirectory(
            at: phone.parts.phone.folders.kept, withIntermediateDirectories: true)
        let library = phone.parts.phone.folders.kept.appendingPathComponent("library")
        try Data("no folder".utf8).write(to: library)
        await phone.home.open()
        guard case .failed = phone.home.opening else {
            Issue.record("a file was taken for a folder")
            return
        }
        try FileManager.default.removeItem(at: library)
        #expect(await phone.bundles() == [region], "the next question tries anew")
    }

    @Test func aFaultOfOursCostsOneQuestion() async throws {
        let phone = try TestPhone()
        let first = await phone.home.ask { shelf in try shelf.library.rehearseFault(inChange: true) }
        #expect(first.said?.code == "internal")
        #expect(await phone.home.ask { shelf in try shelf.library.bundles().count }.said?.code == "broken")
        #expect(await phone.bundles() == [region])
    }

    @Test func aQuestionIsNotNoticedByThoseWhoWaitForTheLibraryToOpen() async throws {
        let phone = try TestPhone()
        await phone.home.open()
        let isNoticed = Mutex(false)
        withObservationTracking {
            _ = phone.home.opening
        } onChange: {
            isNoticed.withLock { $0 = true }
        }
        #expect(await phone.home.ask { shelf in try shelf.library.bundles().count }.value == 1)
        #expect(!isNoticed.withLock { $0 }, "all that is around the screens would be made anew with each fix")
    }

    @Test func theLanguageOfThePhoneIsFollowedUntilOneIsChosen() async throws {
        let phone = try TestPhone(language: "en")
        await phone.home.open()
        #expect(phone.home.say?(.routes) == "Routes")
        phone.language = "lt"
        await phone.home.listen()
        #expect(phone.home.say?(.routes) == "Maršrutai")
        var settings = try phone.home.settings.required
        settings.language = "de"
        await phone.home.choose(settings)
        #expect(phone.home.say?(.routes) == "Routen")
        phone.language = "en"
        await phone.home.listen()
        #expect(phone.home.say?(.routes) == "Routen")
    }

    @Test func whoShowsSomethingOfTheLibraryLooksAgainWhenItChanges() async throws {
        let phone = try TestPhone()
        let following = Following(phone.home, asking: { shelf in try shelf.library.favourites().count })
        let task = Task { await following.follow() }
        await settle { following.answer == .given(0) }
        #expect(following.answer == .given(0))
        let favourite = Favourite(bundle: region, item: .route(id: "malonus-nuovargiai"), name: "x", timeMs: noon)
        _ = await phone.home.change { shelf in try shelf.library.like(favourite: favourite) }
        await settle { following.answer == .given(1) }
        #expect(following.answer == .given(1))
        task.cancel()
    }

    @Test func daysAndTimesAreWrittenInTheLanguageOfTheApp() async throws {
        let phone = try TestPhone(language: "lt")
        await phone.home.open()
        let words = try phone.home.say.required.words
        func say(_ language: String) -> Wording {
            Wording(
                words, language: language, from: phone.catalogue,
                timeZone: TimeZone(identifier: "Europe/Vilnius") ?? .gmt)
        }
        #expect(say("lt").day(noon).contains("lapkričio"))
        #expect(say("de").moment(noon).hasPrefix("Mittwoch"))
        #expect(say("en").day(noon).contains("November"))
        #expect(say("lt").time(noon) == "14:00")
    }
}

extension TestPhone {
    fileprivate var shipped: URL { parts.phone.folders.shipped.appendingPathComponent("\(region).gpkg") }

    fileprivate func bundles() async -> [String]? {
        await home.ask { shelf in try shelf.library.bundles().map(\.manifest.id) }.value
    }
}
