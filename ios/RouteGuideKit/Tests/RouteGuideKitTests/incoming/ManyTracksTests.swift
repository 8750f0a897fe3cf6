// Files with more than one track, and files that are not quite as they should be: what came in, by name, and what did not.
import Fieldwork
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct ManyTracksTests {
    private let phone: TestPhone

    init() throws {
        phone = try TestPhone()
    }

    private var arrivals: Arrivals { phone.parts.arrivals }

    @Test func eachTrackOfAFileComesInByItsName() async throws {
        let outcome = try await takes(days("Day 1", "Day 2", "Day 3", apart: 5))
        #expect(try lines(outcome) == ["3 tracks are new here", "• Day 1", "• Day 2", "• Day 3"])
        #expect(outcome.joinable == [], "what lies apart is no one way")
        arrivals.show(outcome)
        #expect(phone.parts.navigator.paths[.tracks] == [])
    }

    @Test func moreTracksThanOneReadsAtAGlanceAreCounted() async throws {
        let names = (1...12).map { "Day \($0)" }
        let outcome = try await takes(days(names, apart: 2))
        let lines = try lines(outcome)
        #expect(lines.first == "12 tracks are new here")
        #expect(lines.suffix(2) == ["• Day 8", "and 4 more"])
    }

    @Test func tracksThatGoOnInOneAnotherCanBeMadeOneAtOnce() async throws {
        let outcome = try await takes(days("Day 1", "Day 2", "Day 3"))
        await arrivals.join(try #require(outcome.joinable.first))
        let tracks = try await recordings()
        #expect(tracks.count == 4)
        let parts = tracks.filter { $0.name?.wholeMatch(of: /Day \d/) != nil }
        let whole = try #require(tracks.first { !parts.contains($0) })
        let sum = parts.map(\.tally.distanceM).reduce(0, +)
        #expect(abs(whole.tally.distanceM - sum) < 20)
        #expect(phone.parts.navigator.tab == .tracks)
        #expect(phone.parts.navigator.paths[.tracks] == [.track(whole.number)])
        await settle { arrivals.arrival == nil }
        #expect(arrivals.arrival == nil)
    }

    @Test func aTrackOffersItOnItsOwnPageToo() async throws {
        _ = try await takes(days("Day 1", "Day 2"))
        let second = try #require(try await recordings().first { $0.name == "Day 2" })
        let model = TrackModel(phone.parts, second.number)
        await model.shown.look()
        #expect(model.shown.answer?.value?.joinable != nil)
        let joined = try #require(await model.join())
        #expect(try await recordings().contains { $0.number == joined })
        await model.shown.look()
        #expect(model.shown.answer?.value?.joinable == nil, "they are one already")
    }

    @Test func whatCannotBeJoinedIsTold() async throws {
        let outcome = try await takes(days("Alone"))
        await arrivals.join(Joinable(track: outcome.brought[0].number, name: "Alone and nothing"))
        let told = try await told()
        #expect(told.refused.map(\.file) == ["Alone and nothing"])
    }

    @Test func whatANewerFileSaysOfATrackIsTakenAndTold() async throws {
        _ = try await takes(days("Old name"))
        let outcome = try await takes(days("New name"))
        #expect(try lines(outcome) == ["1 track was brought up to date", "• New name"])
        #expect(try await recordings().map(\.name) == ["New name"])
    }

    @Test func whatWasLeftOutOfAFileIsToldWithItsPlace() async throws {
        let odd = days("Walk").replacing("<ele>5</ele>", with: "<ele>high</ele>", maxReplacements: 1)
        let outcome = try await takes(odd)
        #expect(outcome.brought.count == 1)
        #expect(outcome.remarksTitle == .incomingRemarks(1))
        #expect(!outcome.hasManyRemarks)
        let remarks = outcome.remarks(try phone.home.say.required)
        #expect(remarks.count == 1)
        #expect(remarks.allSatisfy { $0.contains("“days.gpx”") && $0.contains("line ") })
    }

    @Test func manyRemarksAreOpenedWhenTheyAreAskedFor() async throws {
        var outcome = Outcome(remarks: ["1", "2", "3"])
        #expect(!outcome.hasManyRemarks)
        outcome = outcome + Outcome(remarks: ["4"], moreRemarks: 7)
        #expect(outcome.hasManyRemarks)
        #expect(outcome.remarksTitle == .incomingRemarks(11))
        await phone.home.open()
        #expect(outcome.remarks(try phone.home.say.required) == ["1", "2", "3", "4", "and 7 more"])
    }

    private func takes(_ words: String) async throws -> Outcome {
        arrivals.answer(true)
        await settle { arrivals.arrival == nil }
        arrivals.take([try .holding(words, named: "days.gpx", in: phone.folder)])
        return try await told()
    }

    private func told() async throws -> Outcome {
        await settle { if case .told = arrivals.arrival { true } else { false } }
        guard case .told(let outcome) = arrivals.arrival else { throw Absent() }
        return outcome
    }

    private func lines(_ outcome: Outcome) throws -> [String] { outcome.lines(try phone.home.say.required) }

    private func recordings() async throws -> [Recording] {
        try await phone.home.ask { try $0.library.recordings() }.value.required
    }
}

private func days(_ names: String..., apart: Double = 0) -> String { days(names, apart: apart) }

/// Tracks of twenty points, each going on where the one before it ends, or so many degrees further.
private func days(_ names: [String], apart: Double) -> String {
    let tracks = names.enumerated().map { day, name in
        let points = (0...20).map { point in
            let lat = 55 + Double(day) * (0.02 + apart) + Double(point) * 0.001
            return "<trkpt lat=\"\(lat)\" lon=\"21.1\"><ele>5</ele></trkpt>"
        }
        return "<trk><name>\(name)</name><trkseg>\(points.joined(separator: "\n"))</trkseg></trk>"
    }
    return """
        <gpx version="1.1" creator="watch" xmlns="http://www.topografix.com/GPX/1/1">
        \(tracks.joined(separator: "\n"))</gpx>
        """
}
