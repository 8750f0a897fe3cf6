// How a route with heights is told to rise and fall: none of the three has them yet, so these are of a made-up one.
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct ElevationProfileTests {
    @Test func itTellsBetweenWhichHeightsAndHowMuchUpAndDown() async throws {
        let say = try await TestPhone().words()
        let profile = try ElevationProfile(heights: [2, 24, 11, 62], gainM: 73, lossM: 13).required
        #expect(profile.told(say) == "Heights from 2\u{A0}m to 62\u{A0}m\n73\u{A0}m up, 13\u{A0}m down")
        #expect(profile.shares.first == 0)
        #expect(profile.shares.last == 1)
    }

    @Test func flatLandLooksFlat() throws {
        let profile = try ElevationProfile(heights: [1, 3, 2], gainM: nil, lossM: nil).required
        #expect(profile.shares == [0, 0.04, 0.02])
    }

    @Test func climbsThatAreNotKnownAreNotTold() async throws {
        let say = try await TestPhone().words()
        let profile = try ElevationProfile(heights: [5, 5], gainM: 1, lossM: nil).required
        #expect(profile.told(say) == "Heights from 5\u{A0}m to 5\u{A0}m")
    }

    @Test(arguments: [[], [12.0]]) func lessThanTwoHeightsAreNoProfile(_ heights: [Double]) {
        #expect(ElevationProfile(heights: heights, gainM: 1, lossM: 1) == nil)
    }
}
