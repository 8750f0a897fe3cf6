// Files that are handed in, good and hostile: what comes of them, how it is told, and that nothing of them stays.
import Fieldwork
import Foundation
import RouteGuide
import Synchronization
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct ArrivalsTests {
    private let phone: TestPhone

    init() throws {
        phone = try TestPhone()
    }

    private var arrivals: Arrivals { phone.parts.arrivals }

    @Test func aTrackIsBroughtInAndShown() async throws {
        let outcome = try await takes([ride()])
        #expect(lines(outcome) == ["1 track is new here", "• Prie jūros"])
        #expect(outcome.title == .incomingDone)
        arrivals.show(outcome)
        await settle { arrivals.arrival == nil }
        #expect(phone.parts.navigator.tab == .tracks)
        #expect(phone.parts.navigator.paths[.tracks] == outcome.brought.map { .track($0.number) })
        #expect(left == [])
    }

    @Test func theSameTrackIsKnownTheSecondTime() async throws {
        let outcome = try await takes([ride(), ride()])
        #expect(lines(outcome) == ["1 track is new here", "• Prie jūros", "1 track was here already"])
    }

    @Test func manyTracksLeadToTheList() async throws {
        phone.parts.navigator[.tracks] = [.track(99)]
        let summer = try LentFile.holding(walk(named: "Summer", begun: "2026-07-01"), named: "s.gpx", in: phone.folder)
        let outcome = try await takes([ride(), summer])
        arrivals.show(outcome)
        #expect(phone.parts.navigator.tab == .tracks)
        #expect(phone.parts.navigator.paths[.tracks] == [])
    }

    @Test func theTravellerSeesWhichFileIsBeingRead() async throws {
        let gate = Gate()
        let slow = LentFile("slow.gpx") { _ in
            gate.wait()
            throw CocoaError(.fileReadUnknown)
        }
        arrivals.take([try ride(), slow])
        await settle { arrivals.arrival == .reading(number: 2, of: 2) }
        #expect(arrivals.arrival == .reading(number: 2, of: 2))
        gate.open()
        _ = try await told()
    }

    @Test(.enabled(if: Surroundings.shared != nil, "ROUTE_GUIDE_SHARED is not set"))
    func tracksOfTheFieldComeInAndEachThatDoesNotSaysWhy() async throws {
        let corpus = try #require(Surroundings.shared).appending(path: "gpx-corpus")
        let all = Project.files(below: corpus, ending: "gpx").sorted { $0.path < $1.path }
        let files = stride(from: 0, to: all.count, by: 4).map { all[$0] }
        let outcome = try await takes(files.map { .at($0.path) })
        #expect(outcome.brought.count > files.count / 2)
        #expect(outcome.brought.count + outcome.known.count + outcome.refused.count >= files.count)
        let say = try phone.home.say.required
        #expect(outcome.refused.allSatisfy { !$0.told(say).isEmpty && !$0.told(say).contains("/") })
        #expect(outcome.refusedTitle == .incomingRefused(outcome.refused.count))
        #expect(left == [])
    }

    @Test func whatIsNoTrackIsRefusedByTheNameItCameWith() async throws {
        let letter = try LentFile.holding("not GPX", named: "../../library/lėtas kelias.gpx", in: phone.folder)
        let outcome = try await takes([letter])
        #expect(outcome.title == .incomingNotDone)
        #expect(outcome.refused.map(\.file) == ["lėtas kelias.gpx"])
        #expect(lines(outcome) == [])
        #expect(!outcome.leadsSomewhere)
        #expect(left == [])
    }

    @Test func aFileWithoutEndIsGivenUp() async throws {
        let outcome = try await takes([.at("/dev/zero")])
        #expect(outcome.refused.map(\.reason) == [.unreadable(.notAllowed)], "a device is no file")
        let path = phone.folder.path("huge.gpx")
        try Data().write(to: URL(fileURLWithPath: path))
        let huge = try #require(FileHandle(forWritingAtPath: path))
        try huge.truncate(atOffset: UInt64(mostBytes) + 1)
        try huge.close()
        let second = try await takes([.at(path)])
        #expect(second.refused.map(\.reason) == [.unreadable(.tooLarge)])
        #expect(left == [])
    }

    @Test(arguments: [
        (CocoaError.Code.fileReadNoPermission, Unreadable.notAllowed), (.fileReadNoSuchFile, .gone),
        (.fileNoSuchFile, .gone), (.fileReadUnknown, .cutShort), (.fileWriteOutOfSpace, .noRoom),
    ])
    func whyAFileCannotBeReadIsTold(_ code: CocoaError.Code, _ why: Unreadable) async throws {
        let outcome = try await takes([.refused(code), ride()])
        #expect(outcome.refused == [Refusal(file: "ride.gpx", reason: .unreadable(why))])
        #expect(outcome.brought.count == 1, "the other one comes in all the same")
        #expect(try !outcome.refused[0].told(phone.home.say.required).isEmpty)
        #expect(left == [])
    }

    @Test func anAppThatLendsNothingAfterAllIsToldOf() async throws {
        let outcome = try await takes([LentFile("ride.gpx") { _ in }])
        #expect(outcome.refused.map(\.reason) == [.unreadable(.gone)])
    }

    @Test func whatThePhoneCannotHandOverIsToldOf() async throws {
        let outcome = try await takes([LentFile(failed: CocoaError(.fileReadNoPermission))])
        #expect(outcome.refused == [Refusal(file: "file", reason: .unreadable(.notAllowed))])
    }

    @Test func theAppDoesNotOpenItsOwnFilesForOthers() async throws {
        await phone.home.open()
        let own = phone.folder.path("kept/library/library.sqlite")
        #expect(FileManager.default.fileExists(atPath: own))
        let link = phone.folder.path("holiday.gpkg")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: own)
        let roundabout = phone.folder.path("kept/../kept/library/library.sqlite")
        let outcome = try await takes([.at(own), .at(link), .at(roundabout), .at(phone.folder.path("kept"))])
        #expect(Set(outcome.refused.map(\.reason)) == [.unreadable(.notAllowed)])
        #expect(outcome.refused.count == 4)
    }

    @Test func aBundleIsInstalledOnceTheTravellerAgrees() async throws {
        arrivals.take([.at(try Surroundings.bundle)])
        let (name, bytes, offered) = try await asked()
        #expect(name == "klaipedos-regionas.gpkg")
        #expect(bytes > 100_000)
        let installed = try #require(await phone.home.ask { try $0.library.bundles() }.value?.first)
        #expect(offered == OfferedBundle(manifest: installed.manifest, before: installed))
        let facts = offered.facts(try phone.home.say.required, bytes: bytes)
        #expect(facts.first == "Publisher: \(installed.manifest.publisher)")
        #expect(facts.last?.hasPrefix("It replaces version \(installed.manifest.version) by ") == true)
        #expect(left == ["klaipedos-regionas.gpkg"])
        arrivals.answer(true)
        let outcome = try await told()
        #expect(lines(outcome) == ["The routes of klaipedos-regionas.gpkg were installed already."])
        arrivals.show(outcome)
        #expect(phone.parts.navigator.tab == .routes)
        #expect(left == [])
    }

    @Test func aBundleThatIsNotWantedIsForgotten() async throws {
        arrivals.take([.at(try Surroundings.bundle)])
        _ = try await asked()
        arrivals.answer(false)
        await settle { arrivals.arrival == nil }
        #expect(arrivals.arrival == nil, "whoever said no knows")
        #expect(left == [])
    }

    @Test func aDatabaseThatIsNoBundleIsRefused() async throws {
        let evil = try LentFile.holding("SQLite format 3\0 and nothing else", named: "evil.gpkg", in: phone.folder)
        let outcome = try await takes([evil])
        #expect(outcome.title == .incomingNotDone)
        #expect(outcome.refused.map(\.file) == ["evil.gpkg"])
        #expect(await phone.home.ask { try $0.library.bundles().count }.value == 1)
    }

    @Test func aBackupIsRestoredOnceTheTravellerAgrees() async throws {
        let android = Project.ios.appending(path: "RouteGuideKit/Tests/fixtures/backup-from-android.zip")
        arrivals.take([.at(android.path)])
        #expect(try await askedToRestore() == "backup-from-android.zip")
        #expect(await phone.home.ask { try $0.library.recordings().count }.value == 0)
        arrivals.answer(true)
        let outcome = try await told()
        #expect(outcome.title == .incomingDone)
        let restored = try #require(outcome.restored.first)
        #expect((restored.recordings, restored.notes, restored.favourites) == (1, 1, 1))
        #expect(try outcome.restored(phone.home.say.required).first?.lines.isEmpty == false)
        #expect(await phone.home.ask { try $0.library.notes().count }.value == 1)
        arrivals.show(outcome)
        #expect(phone.parts.navigator.tab == .tracks)
        #expect(left == [])
    }

    @Test func aBackupThatIsNotWantedChangesNothing() async throws {
        _ = try await phone.hasWalk()
        let path = phone.folder.path("route-guide.zip")
        _ = await phone.home.ask { try $0.library.backUp(path: path) }
        arrivals.take([.at(path), try ride()])
        _ = try await askedToRestore()
        arrivals.answer(false)
        let outcome = try await told()
        #expect(outcome.restored == [])
        #expect(outcome.known.count == 1, "the other file is read all the same")
    }

    @Test func anArchiveWithoutTracksIsToldOf() async throws {
        let empty = "PK\u{5}\u{6}" + String(repeating: "\0", count: 18)
        let outcome = try await takes([LentFile.holding(empty, named: "photos.zip", in: phone.folder)])
        #expect(outcome.refused.map(\.file) == ["photos.zip"])
        #expect(try outcome.refused[0].told(phone.home.say.required).contains("nothing that could be imported"))
        #expect(outcome.title == .incomingNotDone)
    }

    @Test func oneArrivalComesAfterTheOther() async throws {
        arrivals.take([try ride()])
        arrivals.take([try LentFile.holding("not GPX", named: "letter.gpx", in: phone.folder)])
        let first = try await told()
        #expect(first.brought.count == 1)
        arrivals.answer(true)
        await settle { if case .told(let second) = arrivals.arrival { second != first } else { false } }
        #expect(try await told().refused.map(\.file) == ["letter.gpx"])
    }

    @Test func whoCancelsDoesNotWaitForAnAppThatHangs() async throws {
        let (gate, path) = (Gate(), try path(of: walk(named: "Late")))
        let hanging = LentFile("late.gpx") { read in
            gate.wait()
            try read(URL(fileURLWithPath: path))
        }
        arrivals.take([try ride(), hanging, try ride()])
        await settle { arrivals.arrival == .reading(number: 2, of: 3) }
        arrivals.cancel()
        let outcome = try await told()
        #expect(outcome.brought.count == 1, "what is in stays")
        #expect(outcome.known.isEmpty, "no more is read")
        arrivals.answer(true)
        gate.open()
        await settle { gate.isPassed && left == [] }
        #expect(left == [], "its copy goes when it comes")
    }

    @Test func aFileIsGivenBackWhenItWasRead() async throws {
        let (counted, path) = (Held(), try path(of: walk(named: "Lent")))
        let outcome = try await takes([
            LentFile("lent.gpx") { read in
                counted.take()
                defer { counted.giveBack() }
                try read(URL(fileURLWithPath: path))
            }
        ])
        #expect(outcome.brought.count == 1)
        #expect(counted.now == 0)
        #expect(counted.most == 1)
    }

    @Test func whatAKilledProcessLeftBehindGoes() async throws {
        let folder = phone.parts.phone.folders.passing.appending(path: "incoming/left")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("half".utf8).write(to: folder.appending(path: "half.gpx"))
        await phone.die()
        await settle { left == [] }
        #expect(left == [])
    }

    @Test func theGuideMakesWayAndGoesOn() async throws {
        try await phone.rides(coast, metres: 0...300, ends: false)
        phone.parts.navigator.openGuide()
        _ = try await takes([ride()])
        #expect(!phone.parts.navigator.showsGuide)
        #expect(phone.parts.guiding.ride != nil)
    }

    @Test func aLithuanianIsToldInLithuanian() async throws {
        let phone = try TestPhone(language: "lt")
        phone.parts.arrivals.take([try LentFile.holding(walk(named: ""), named: "k.gpx", in: phone.folder)])
        await settle { if case .told = phone.parts.arrivals.arrival { true } else { false } }
        guard case .told(let outcome) = phone.parts.arrivals.arrival else { throw Absent() }
        #expect(outcome.lines(try phone.home.say.required) == ["Pridėtas 1 naujas įrašas", "• k"])
    }

    private func ride() throws -> LentFile {
        try .holding(walk(named: "Prie jūros"), named: "ride.gpx", in: phone.folder)
    }

    private func path(of words: String) throws -> String {
        let path = phone.folder.path("\(UUID().uuidString).gpx")
        try Data(words.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func takes(_ files: [LentFile]) async throws -> Outcome {
        arrivals.answer(true)
        await settle { arrivals.arrival == nil }
        arrivals.take(files)
        return try await told()
    }

    private func told() async throws -> Outcome {
        await settle { if case .told = arrivals.arrival { true } else { false } }
        guard case .told(let outcome) = arrivals.arrival else { throw Absent() }
        return outcome
    }

    private func asked() async throws -> (String, UInt64, OfferedBundle) {
        await settle { if case .asking = arrivals.arrival { true } else { false } }
        guard case .asking(let name, let bytes, let offered) = arrivals.arrival else { throw Absent() }
        return (name, bytes, offered)
    }

    private func askedToRestore() async throws -> String {
        await settle { if case .restoring = arrivals.arrival { true } else { false } }
        guard case .restoring(let name, _) = arrivals.arrival else { throw Absent() }
        return name
    }

    private func lines(_ outcome: Outcome) -> [String] {
        guard let say = phone.home.say else { return [] }
        return outcome.lines(say)
    }

    private var left: [String] { phone.passing("incoming") }
}

/// Another app that takes its time.
private final class Gate: Sendable {
    private let closed = DispatchSemaphore(value: 0)
    private let passed = Mutex(false)

    var isPassed: Bool { passed.withLock { $0 } }

    func wait() {
        closed.wait()
        passed.withLock { $0 = true }
    }

    func open() {
        closed.signal()
    }
}

/// How often something is held.
private final class Held: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var now: Int { counts.withLock { $0.now } }
    var most: Int { counts.withLock { $0.most } }

    func take() {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func giveBack() {
        counts.withLock { $0.now -= 1 }
    }
}
