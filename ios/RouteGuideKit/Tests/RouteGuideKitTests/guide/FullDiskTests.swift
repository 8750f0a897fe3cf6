// The disk is full in the middle of a ride. It needs a disk that may be filled.
import Fieldwork
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite(.enabled(if: Surroundings.smallDisk != nil, "ROUTE_GUIDE_SMALL_DISK is not set"))
struct FullDiskTests {
    @Test func theTravellerIsGuidedAllTheSameAndNothingIsLostOnceThereIsRoom() async throws {
        let disk = try #require(Surroundings.smallDisk)
        let filler = "\(disk)/filler"
        defer { try? FileManager.default.removeItem(atPath: filler) }
        let phone = try TestPhone(kept: "\(disk)/kept")
        await phone.parts.begin()
        let guiding = phone.parts.guiding
        #expect(await guiding.setOut(stones, reversed: false, departure: .continue).said == nil)
        let fixes = try await phone.ride(along: stones, metres: 0...7_500)
        for fix in fixes[..<100] { await guiding.take(fix) }
        #expect(try phone.underway.notKept == nil)

        try fill(filler)
        for fix in fixes[100...] { await guiding.take(fix) }
        let ride = try phone.underway
        #expect(ride.notKept?.code == "disk.full")
        #expect(ride.fix == fixes.last, "guided all the same")
        let trouble = try #require(ride.troubles(try phone.say, sinceStart: 0).last)
        #expect(trouble.kind == .notKept && trouble.isGrave && trouble.text == ride.notKept?.text)
        let guide = GuideModel(phone.parts)
        await guide.stop()
        #expect(guide.unended?.code == "disk.full")
        #expect(guiding.ride != nil, "what could not be kept keeps it from ending")
        #expect(!phone.parts.navigator.paths.values.joined().contains(.track(1)))

        try FileManager.default.removeItem(atPath: filler)
        await guide.stop()
        #expect(guide.unended == nil)
        #expect(guiding.ride == nil)
        #expect(try await phone.recordings().first?.tally.fixes == UInt64(fixes.count))
        await phone.home.close()
    }
}
