// All that a traveller made, out of one phone and into another.
import Fieldwork
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct BackupTests {
    private let phone: TestPhone
    private let model: BackupModel

    init() throws {
        phone = try TestPhone()
        model = BackupModel(phone.parts)
    }

    @Test func everythingATravellerMadeComesBackOnANewPhone() async throws {
        try await phone.rides(coast, metres: 0...2_000)
        let favourite = Favourite(bundle: region, item: .route(id: "malonus-nuovargiai"), name: "Coast", timeMs: noon)
        _ = await phone.home.change { try $0.library.like(favourite: favourite) }
        await SettingsModel(phone.parts).choose { $0.language = "de" }
        let file = try await madeAndMoved()
        #expect(model.backup == .written(missing: 0))

        let new = try TestPhone()
        let there = BackupModel(new.parts)
        await there.restore(.at(file))
        let told = try #require(there.backup).told(try new.home.say.required)
        #expect(!told.isBad)
        #expect(told.parts.first?.title == "Wiederhergestellt", "in the language that came along")
        #expect(told.parts.first?.lines.starts(with: ["1 Aufzeichnung", "1 Favorit"]) == true)
        #expect(await new.home.ask { try $0.library.favourites().map(\.name) }.value == ["Coast"])
        let (before, after) = (try await recordings(phone), try await recordings(new))
        #expect(before.map(\.key) == after.map(\.key))
        #expect(before.map(\.tally) == after.map(\.tally))
        #expect(new.passing("incoming") == [])

        await there.restore(.at(file))
        let again = try #require(there.backup).told(try new.home.say.required)
        #expect(again.parts.first?.lines.contains("1 Aufzeichnung war schon hier") == true)
    }

    /// Made by the Android app; kept as it was, so that one from last year is restored too.
    @Test func whoComesFromAndroidBringsEverythingAlong() async throws {
        let file = Project.ios.appending(path: "RouteGuideKit/Tests/fixtures/backup-from-android.zip")
        await model.restore(.at(file.path))
        guard case .back(let restored)? = model.backup else { throw Absent() }
        #expect(restored.recordings == 1 && restored.favourites == 1 && restored.notes == 1)
        #expect(restored.refused == [])
        let told = try #require(model.backup).told(try phone.home.say.required)
        #expect(told.parts.first?.title == "Atkurta", "their language came along")
        let tracks = TracksModel(phone.parts)
        await tracks.shown.look()
        let track = try #require(tracks.shown.answer?.value?.kept.first)
        #expect(track.name == "Šeštadienis")
        #expect(track.way == stones)
        #expect(track.tally.fixes == 81)
        let notes = await phone.home.ask { try $0.library.notes() }.value
        #expect(notes?.map(\.words) == ["Vėjuota ☀\nir tylu"])
        #expect(
            phone.home.settings
                == TravellerSettings(
                    language: "lt", units: .imperial, voice: false, theme: .dark, mapStyle: .plain, binDays: 90,
                    offRouteAlarmM: 200, stopAheadM: 500))
        let reached = await phone.home.ask { try $0.library.milestonesOf(recordingKey: track.key) }.value
        #expect(reached?.isEmpty == false)
    }

    @Test func aBackupIsNamedByItsDay() async throws {
        await model.make()
        let name = try #require(model.made).lastPathComponent
        #expect(name.wholeMatch(of: /route-guide-2026-11-2[5-7]\.zip/) != nil, "\(name)")
    }

    @Test func whatTheTravellerPutsNowhereIsNotKept() async throws {
        await model.make()
        #expect(model.made != nil)
        model.moved(nil)
        #expect(model.backup == nil)
        await settle { phone.passing("backup") == [] }
        #expect(phone.passing("backup") == [])
    }

    @Test func aPlaceThatTakesNothingIsToldOf() async throws {
        await model.make()
        model.moved(false)
        let told = try #require(model.backup).told(try phone.home.say.required)
        #expect(told.isBad)
        #expect(told.parts.first?.lines.first?.hasPrefix("The backup could not be put there.") == true)
        await settle { phone.passing("backup") == [] }
        #expect(phone.passing("backup") == [])
    }

    @Test func whatAKilledProcessLeftBehindGoes() async throws {
        await model.make()
        await phone.die()
        phone.now += 3 * dayMs
        let after = BackupModel(phone.parts)
        await after.make()
        let made = try #require(after.made)
        #expect(phone.passing("backup") == [made.lastPathComponent])
    }

    @Test func whatIsNoBackupIsRefusedInWords() async throws {
        let phone = try TestPhone(language: "lt")
        let model = BackupModel(phone.parts)
        await model.restore(try .holding("ne kopija", named: "kopija.zip", in: phone.folder))
        let told = try #require(model.backup).told(try phone.home.say.required)
        #expect(told.isBad)
        #expect(told.parts.first?.lines.first?.contains("kopija.zip") == true)
        #expect(phone.passing("incoming") == [])
    }

    @Test func aBackupThatWasCutOffIsRefused() async throws {
        _ = try await phone.hasWalk()
        let file = try await madeAndMoved()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: file))
        let new = try TestPhone()
        let there = BackupModel(new.parts)
        await there.restore(.at(file))
        let told = try #require(there.backup).told(try new.home.say.required)
        #expect(told.isBad)
        #expect(try await recordings(new).isEmpty)
    }

    @Test func aFileThatCannotBeReadIsToldOf() async throws {
        await phone.home.open()
        await model.restore(.refused(.fileReadNoSuchFile))
        #expect(model.backup == .unread(.gone))
        let told = try #require(model.backup).told(try phone.home.say.required)
        #expect(told.isBad)
    }

    @Test func anEmptyBackupSaysSo() async throws {
        let file = try await madeAndMoved()
        await model.restore(.at(file))
        let told = try #require(model.backup).told(try phone.home.say.required)
        #expect(told.parts.map(\.title) == ["The backup is empty"])
    }

    @Test func countsAreToldInTheFormsOfTheLanguage() async throws {
        let phone = try TestPhone(language: "lt")
        await phone.home.open()
        let restored = Restored(
            recordings: 21, extended: 0, known: 2, favourites: 10, notes: 1, settings: 3, refused: ["ride.gpx"])
        let told = Backup.back(restored).told(try phone.home.say.required)
        #expect(
            told.parts == [
                BackupTold.Part(
                    title: "Atkurta",
                    lines: [
                        "21 įrašas", "2 įrašai čia jau buvo", "10 mėgstamų vietų", "1 pastaba", "3 nustatymai",
                    ]),
                BackupTold.Part(title: "1 kopijos failo perskaityti nepavyko:", lines: ["ride.gpx"]),
            ])
    }

    @Test func tracksWhoseFilesAreGoneAreToldOf() async throws {
        _ = try await phone.hasWalk()
        let tracks = phone.parts.phone.folders.kept.appending(path: "library/tracks")
        try FileManager.default.removeItem(at: try #require(Project.files(below: tracks, ending: "gpx").first))
        _ = try await madeAndMoved()
        #expect(model.backup == .written(missing: 1))
        let told = try #require(model.backup).told(try phone.home.say.required)
        #expect(told.parts.first?.lines.count == 2)
    }

    @Test func twoThingsAreNotDoneAtOnce() async throws {
        async let first: Void = model.make()
        await settle { model.isUnderway }
        await model.restore(try .holding("not now", named: "b.zip", in: phone.folder))
        await first
        #expect(model.made != nil)
    }

    /// A backup, made and put where the traveller wants it.
    private func madeAndMoved() async throws -> String {
        await model.make()
        let made = try #require(model.made)
        let path = phone.folder.path("cloud.zip")
        try FileManager.default.moveItem(atPath: made.path, toPath: path)
        model.moved(true)
        return path
    }

    private func recordings(_ phone: TestPhone) async throws -> [Recording] {
        try await phone.home.ask { try $0.library.recordings() }.value.required
    }
}
