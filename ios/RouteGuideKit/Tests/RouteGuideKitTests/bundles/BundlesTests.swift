// The bundles on a phone, the room that things take, and damage.
import Fieldwork
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct BundlesTests {
    private let phone: TestPhone
    private let model: BundlesModel

    init() throws {
        phone = try TestPhone()
        model = BundlesModel(phone.parts)
    }

    @Test func theBundleThatCameWithTheAppIsToldOf() async throws {
        let bundle = try await shown().bundles.first.required
        let facts = bundle.facts(try phone.home.say.required)
        #expect(facts[0].hasPrefix("Version \(bundle.manifest.version) of \(bundle.manifest.published), "))
        #expect(facts[0].hasSuffix("MB"))
        #expect(facts[1] == "Publisher: \(bundle.manifest.publisher)")
        #expect(facts[2] == "Not signed: nobody vouches for who it is from")
        #expect(facts[3] == "Licence: \(bundle.manifest.licence)")
        #expect(!bundle.manifest.attributions.isEmpty)
    }

    @Test func aBundleIsRemovedAndComesBackFromAFile() async throws {
        let bundle = try await shown().bundles.first.required
        await model.remove(bundle)
        #expect(try await shown().bundles.isEmpty)
        await phone.die()
        #expect(try await BundlesModel(phone.parts).look(), "what was removed stays so after the next start")
        phone.parts.arrivals.take([.at(try Surroundings.bundle)])
        await settle { if case .asking = phone.parts.arrivals.arrival { true } else { false } }
        phone.parts.arrivals.answer(true)
        await settle { if case .told = phone.parts.arrivals.arrival { true } else { false } }
        let routes = RoutesModel(phone.parts)
        await routes.shown.look()
        #expect(routes.shown.answer?.value?.cards.count == 3)
    }

    @Test func theBundleOfAJourneyUnderWayIsNeeded() async throws {
        var all = try await shown()
        let bundle = try #require(all.bundles.first)
        #expect(!all.isNeeded(bundle))
        try await phone.rides(coast, metres: 0...300, ends: false)
        all = try await shown()
        #expect(all.isNeeded(bundle))
        _ = await phone.parts.guiding.stop()
        all = try await shown()
        #expect(!all.isNeeded(bundle))
    }

    @Test func theRoomThatEverythingTakesIsTold() async throws {
        _ = try await phone.hasWalk()
        let all = try await shown()
        #expect(all.rooms.map(\.label) == [.bundlesRoomBundles, .bundlesRoomTracks, .bundlesRoomAll])
        #expect(all.rooms[0].bytes == all.bundles[0].bytes)
        #expect(all.rooms[1].bytes > 0)
        #expect(all.rooms[2].bytes >= all.rooms[0].bytes + all.rooms[1].bytes)
        #expect(!all.hasDamaged)
    }

    @Test func freeingAsksOnlyWhereSomethingIsInTheBin() async throws {
        let number = try await phone.hasWalk()
        #expect(try await shown().freeing == nil)
        await TracksModel(phone.parts).changes.delete(number)
        let all = try await shown()
        #expect(all.freeing == .bundlesFreeText(1))
        #expect(all.toFree(try phone.home.say.required)?.hasPrefix("Free up ") == true)
        await model.free()
        #expect(try await shown().freeing == nil)
        #expect(await phone.home.ask { try $0.library.recordings() }.value == [])
    }

    @Test func damageIsToldUntilItWasReadAndItsFilesUntilTheyAreDeleted() async throws {
        for day in 1...9 { _ = try await phone.hasWalk(named: "Day \(day)", begun: "2026-05-0\(day)") }
        await phone.home.close()
        try overwriteTheMiddle(of: phone.folder.path("kept/library/library.sqlite"))
        for word in ["museum", "park", "church", "lighthouse", "dune"] {
            _ = await phone.home.ask { shelf in
                try shelf.library.search(query: SearchQuery(text: word, near: nil, limit: 100))
            }
        }
        await phone.die()
        let settings = SettingsModel(phone.parts)
        await settings.hasDamage.look()
        #expect(settings.bundlesText == .settingsDamage)
        let bundles = BundlesModel(phone.parts)
        await bundles.shown.look()
        let all = try #require(bundles.shown.answer?.value)
        let told = try #require(all.damages.first).told(try phone.home.say.required)
        #expect(told[0].hasPrefix("Found on "))
        #expect(told[1].contains("saved"))
        #expect(all.rooms.map(\.label).contains(.bundlesRoomDamaged))
        await bundles.acknowledge()
        await bundles.removeDamaged()
        await bundles.shown.look()
        let after = try #require(bundles.shown.answer?.value)
        #expect(after.damages.isEmpty)
        #expect(!after.hasDamaged)
        await settings.hasDamage.look()
        #expect(settings.bundlesText == .settingsBundlesText)
    }

    @Test func whatWasLostIsTold() async throws {
        _ = try await shown()
        let say = try phone.home.say.required
        let damage = Damage(timeMs: noon, setAside: "x", recordings: 2, fixes: 10, fixesLost: 1, others: 0)
        #expect(damage.told(say).last == "1 point of your tracks is lost.")
        #expect(damage.told(say).count == 4)
    }

    @Test func whatIsNotThereCannotBeRemovedAndThatIsTold() async throws {
        let bundle = try await shown().bundles.first.required
        await model.remove(bundle)
        await model.remove(bundle)
        #expect(model.wishes.trouble?.code == "not-found.bundle")
    }

    @Test(arguments: [("en", "1.2 MB"), ("lt", "1,2 MB"), ("de", "1,2 MB")])
    func sizesAreWrittenAsInTheLanguage(_ language: String, _ size: String) async throws {
        let phone = try TestPhone(language: language)
        await phone.home.open()
        let said = try phone.home.say.required.size(1_200_000)
        #expect(said.replacingOccurrences(of: "\u{a0}", with: " ") == size)
    }

    private func shown() async throws -> BundlesShown {
        await model.shown.look()
        return try (model.shown.answer?.value).required
    }

    /// Lays nonsense over a fifth of a file.
    private func overwriteTheMiddle(of path: String) throws {
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        let size = try file.seekToEnd()
        try file.seek(toOffset: size * 2 / 5)
        try file.write(contentsOf: Data(repeating: 0xa5, count: Int(size / 5)))
        try file.close()
    }
}

extension BundlesModel {
    /// Whether no bundle is there.
    fileprivate func look() async throws -> Bool {
        await shown.look()
        return try (shown.answer?.value).required.bundles.isEmpty
    }
}
