// Sharing a route as GPX: the file that other apps are given.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct RouteSharingTests {
    @Test func theWholeRouteIsAFileThatAnyAppReads() async throws {
        let phone = try TestPhone()
        let sharing = try await sharing(phone)
        #expect(sharing.file == nil, "nothing is written before it is asked for")
        await sharing.write()
        let file = try #require(sharing.file)
        #expect(file.lastPathComponent == "Pleasant-Fatigue.gpx")
        #expect(file.path.hasPrefix(phone.parts.phone.folders.passing.path))
        #expect(sharing.title == "Pleasant Fatigue")
        let gpx = try String(contentsOf: file, encoding: .utf8)
        #expect(gpx.contains("http://www.topografix.com/GPX/1/1"))
        #expect(gpx.contains("Palanga Pier"))
    }

    @Test func aStageIsWrittenForEachKindOfDeviceAndHoldsLessThanAllOfIt() async throws {
        let phone = try TestPhone()
        let sharing = try await sharing(phone)
        let stage = try #require(sharing.route.stages.last)
        var written: Set<String> = []
        for profile in GpxProfile.allCases {
            sharing.choice = .init(profile: profile, stage: nil)
            await sharing.write()
            let whole = try String(contentsOf: sharing.file.required, encoding: .utf8)
            sharing.choice.stage = stage.id
            await sharing.write()
            #expect(sharing.title == stage.name)
            let part = try String(contentsOf: sharing.file.required, encoding: .utf8)
            #expect(part.utf8.count < whole.utf8.count)
            written.insert(part)
        }
        #expect(written.count > 1, "not every device is written for alike")
    }

    @Test func whileSomethingElseIsWrittenNothingOldIsShared() async throws {
        let phone = try TestPhone()
        let sharing = try await sharing(phone)
        await sharing.write()
        let first = try #require(sharing.file)
        let busy = Task { await phone.home.ask { _ in Thread.sleep(forTimeInterval: 0.2) } }
        await Task.yield()
        let again = Task { await sharing.write() }
        await settle { sharing.file == nil }
        sharing.choice.stage = sharing.route.stages.first?.id
        _ = await (busy.value, again.value)
        #expect(sharing.file == nil, "what was written is not what is chosen now")
        await sharing.write()
        #expect(sharing.file != nil && sharing.file != first)
    }

    @Test func whereItCannotBeWrittenTheTravellerIsTold() async throws {
        let phone = try TestPhone()
        let sharing = try await sharing(phone)
        let passing = phone.parts.phone.folders.passing
        try FileManager.default.removeItem(at: passing)
        try Data().write(to: passing)
        await sharing.write()
        #expect(sharing.file == nil)
        #expect(sharing.wishes.trouble != nil)
    }

    @Test func appsAreNamedAsTheyNameThemselves() async throws {
        let say = try await TestPhone(language: "lt").words()
        #expect(GpxProfile.allCases.map { $0.name(say) } == ["Bet kuriai", "Garmin", "OsmAnd", "komoot"])
    }

    private func sharing(_ phone: TestPhone) async throws -> RouteSharing {
        RouteSharing(phone.parts, bundle: region, try await phone.route(coast).route)
    }
}
