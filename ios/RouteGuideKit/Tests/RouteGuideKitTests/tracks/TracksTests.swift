// The traveller's own tracks: listed, looked at, named, shared, thrown away and taken back.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct TracksTests {
    private let phone: TestPhone

    init() throws {
        phone = try TestPhone()
    }

    @Test func theNewestIsOnTop() async throws {
        _ = try await phone.hasWalk(named: "Spring", begun: "2026-04-01")
        _ = try await phone.hasWalk(named: "Summer", begun: "2026-07-01")
        _ = try await phone.hasWalk(named: "May", begun: "2026-05-01")
        #expect(try await list().kept.map(\.name) == ["Summer", "May", "Spring"])
    }

    @Test func aTrackIsToldWithDayAndMeasures() async throws {
        let number = try await phone.hasWalk()
        let shown = try await track(number)
        let say = try phone.home.say.required
        #expect(shown.recording.title(say) == "Prie jūros")
        #expect(shown.recording.told(say) == "\(say.day(shown.recording.startedMs)) · 4.6\u{a0}km · 59\u{a0}min")
        let measures = shown.recording.measures(say)
        #expect(
            measures.map(\.label) == [
                .tracksDistance, .tracksMoving, .tracksDuration, .tracksSpeed, .tracksGain, .tracksLoss,
            ])
        #expect(measures.first?.text.hasSuffix("km") == true)
        #expect(shown.recording.warnings == [])
    }

    @Test func whatASilenceHidesOfTheWayIsTold() async throws {
        let silent = try await track(try await phone.hasWalk(silent: true)).recording
        let say = try phone.home.say.required
        let bridged = try #require(silent.bridged(say))
        #expect(bridged.hasPrefix("Of the distance, ") && bridged.contains("straight across gaps"))
        #expect(silent.tally.bridgedM > 1_000 && silent.tally.bridgedM < silent.tally.distanceM)
        let known = try await track(try await phone.hasWalk(named: "Known", begun: "2026-06-01")).recording
        #expect(known.bridged(say) == nil)
    }

    @Test func howLongItTookIsADashWhereNoTimeIsKnown() async throws {
        let untimed = try await track(try await phone.hasWalk(timed: false)).recording
        let say = try phone.home.say.required
        #expect(untimed.measures(say).contains(Measure(label: .tracksDuration, text: "–")))
        #expect(untimed.told(say).hasSuffix(" · –"))
    }

    @Test func itsMapShowsAllOfItOnTheBundleThatIsThere() async throws {
        let shown = try await track(try await phone.hasWalk())
        #expect(shown.subject == MapSubject(region))
        #expect(shown.bounds != nil)
        #expect(shown.layer.contains("LineString"))
        await #expect(TrackModel(phone.parts, shown.recording.number).sketch(shown.recording, .light) != nil)
        await #expect(TracksModel(phone.parts).sketch(shown.recording, .dark) != nil)
    }

    @Test func whereNoBundleIsItIsDrawnWithoutAMap() async throws {
        let number = try await phone.hasWalk()
        _ = await phone.home.change { try $0.uninstall(region) }
        #expect(try await track(number).subject == nil)
    }

    @Test func aRideLeadsBackToItsRouteAndToTheStopsItReached() async throws {
        try await phone.rides(coast, metres: 0...3_000)
        let ride = try await list().kept.first.required
        let shown = try await track(ride.number)
        let say = try phone.home.say.required
        #expect(shown.subject == MapSubject(region, route: "malonus-nuovargiai"))
        let lines = shown.recording.followedLines
        #expect(lines.first?.text == "Pleasant Fatigue")
        #expect(lines.first?.leadsTo == coast.screen)
        #expect(lines.dropFirst().allSatisfy { $0.kind == .stage && $0.leadsTo == nil })
        let reached = shown.milestones.map { $0.line(say) }
        #expect(!reached.isEmpty)
        for (line, milestone) in zip(reached, shown.milestones) {
            #expect(line.text == milestone.name)
            #expect(line.leadsTo == .stop(bundle: region, route: "malonus-nuovargiai", stop: milestone.item))
            #expect(line.detail?.contains(" · ") == true)
        }
    }

    @Test func aStageThatIsDoneLeadsNowhere() async throws {
        _ = await phone.home.ask { try $0.library.bundles() }
        let milestone = Milestone(
            kind: .stageDone, bundle: region, route: "malonus-nuovargiai", item: "stage", name: "Palanga to Karklė",
            timeMs: noon, position: nil, recording: nil)
        let line = milestone.line(try phone.home.say.required)
        #expect(line.kind == .stage)
        #expect(line.leadsTo == nil)
        #expect(line.detail?.hasPrefix("stage done · ") == true)
    }

    @Test func aNameIsGivenKeptAndTakenAway() async throws {
        let number = try await phone.hasWalk(named: "")
        await TracksModel(phone.parts).changes.rename(number, "  Su Jonu prie jūros\n")
        await phone.die()
        #expect(try await list().kept.map(\.name) == ["Su Jonu prie jūros"])
        await TracksModel(phone.parts).changes.rename(number, "")
        #expect(try await list().kept.first?.title(try phone.home.say.required) == "Imported track")
    }

    @Test func aNameWithoutEndIsCut() async throws {
        let number = try await phone.hasWalk()
        await TracksModel(phone.parts).changes.rename(number, String(repeating: "ė", count: 100_000))
        #expect(try await list().kept.first?.name == String(repeating: "ė", count: 200))
    }

    @Test func whatIsDeletedLiesInTheBinAndComesBack() async throws {
        let number = try await phone.hasWalk()
        let model = TracksModel(phone.parts)
        await model.changes.delete(number)
        var shown = try await list()
        #expect(shown.kept.isEmpty)
        #expect(shown.binned.map(\.number) == [number])
        #expect(try await track(number).recording.warnings == [.tracksInBin])
        await model.changes.takeBack(number)
        shown = try await list()
        #expect(shown.binned.isEmpty)
        #expect(shown.kept.map(\.number) == [number])
    }

    @Test func theBinKeepsWhatItHoldsAsLongAsItSaysAndNoLonger() async throws {
        let number = try await phone.hasWalk()
        await TracksModel(phone.parts).changes.delete(number)
        phone.now += 29 * dayMs
        let shown = try await list()
        #expect(shown.binDays == 30)
        #expect(shown.binned.count == 1)
        phone.now += 2 * dayMs
        #expect(try await list().binned.isEmpty)
        #expect(await phone.home.ask { try $0.library.recordings() }.value == [])
    }

    @Test func theBinIsEmptiedAndWhatIsKeptStays() async throws {
        let (gone, kept) = (try await phone.hasWalk(), try await phone.hasWalk(named: "Kept", begun: "2026-06-01"))
        let model = TracksModel(phone.parts)
        await model.changes.delete(gone)
        await model.changes.emptyBin()
        let shown = try await list()
        #expect(shown.binned.isEmpty)
        #expect(shown.kept.map(\.number) == [kept])
    }

    @Test func whatWasDeletedLastLiesOnTop() async throws {
        let (first, second) = (try await phone.hasWalk(begun: "2026-06-01"), try await phone.hasWalk())
        let model = TracksModel(phone.parts)
        await model.changes.delete(first)
        phone.now += dayMs
        await model.changes.delete(second)
        #expect(try await list().binned.map(\.number) == [second, first])
    }

    @Test func whatCanBeDoneDependsOnWhereATrackIs() async throws {
        let number = try await phone.hasWalk()
        #expect(try await track(number).actions == [.follow, .followReversed, .share, .rename, .delete])
        await TracksModel(phone.parts).changes.delete(number)
        #expect(try await track(number).actions == [.takeBack, .rename])
        try await phone.rides(stones, metres: 0...500, ends: false)
        let shown = try await list()
        let underway = try #require(shown.kept.first)
        #expect(shown.actions(of: underway) == [.toGuide, .rename])
        #expect(try await track(underway.number).actions == [.toGuide, .rename])
    }

    @Test func theOneUnderWayIsMarked() async throws {
        _ = try await phone.hasWalk()
        try await phone.rides(stones, metres: 0...500, ends: false)
        var shown = try await list()
        #expect(shown.kept.map(shown.state(of:)) == [.tracksUnderway, nil])
        _ = await phone.parts.guiding.pause()
        shown = try await list()
        #expect(shown.kept.first.flatMap(shown.state(of:)) == .paused)
    }

    @Test func aTrackIsSharedForEachKindOfApp() async throws {
        let shown = try await track(try await phone.hasWalk(named: "Kopos / jūra: 1-a diena"))
        let sharing = TrackSharing(phone.parts, shown.recording, try phone.home.say.required)
        for profile in GpxProfile.allCases {
            sharing.profile = profile
            await sharing.write()
            let file = try #require(sharing.file)
            #expect(file.lastPathComponent == "Kopos-jūra-1-a-diena.gpx")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains("<gpx"))
            #expect(text.components(separatedBy: "<trkpt").count == 61)
        }
        #expect(sharing.wishes.trouble == nil)
    }

    @Test func whatCannotBeSharedIsToldAndNoFileIsOffered() async throws {
        let shown = try await track(try await phone.hasWalk())
        let sharing = TrackSharing(phone.parts, shown.recording, try phone.home.say.required)
        await TracksModel(phone.parts).changes.delete(shown.recording.number)
        await TracksModel(phone.parts).changes.emptyBin()
        await sharing.write()
        #expect(sharing.file == nil)
        #expect(sharing.wishes.trouble?.code == "not-found.recording")
    }

    @Test func aTrackThatIsNotThereIsToldInTheWordsOfTheCore() async throws {
        let model = TrackModel(phone.parts, 7)
        await model.shown.look()
        #expect(model.shown.answer?.said?.code == "not-found.recording")
        await model.changes.rename(7, "Nobody")
        #expect(model.wishes.trouble?.code == "not-found.recording")
    }

    private func list() async throws -> TracksShown {
        let model = TracksModel(phone.parts)
        await model.shown.look()
        return try (model.shown.answer?.value).required
    }

    private func track(_ number: UInt32) async throws -> TrackShown {
        let model = TrackModel(phone.parts, number)
        await model.shown.look()
        return try (model.shown.answer?.value).required
    }
}
