// The pictures of the real bundle, as a screen asks for them.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct PicturesTests {
    @Test func aPictureComesInTheSizeItIsShownInAndNamesItsMaker() async throws {
        let phone = try TestPhone()
        let picture = try #require(try await phone.route(coast).route.pictures.first)
        let card = try #require(await phone.home.picture(picture.id, in: region, .card).value)
        let full = try #require(await phone.home.picture(picture.id, in: region, .full).value)
        #expect(!card.isEmpty && full.count >= card.count)
        #expect(picture.credit(try phone.say) == "Picture: \(picture.author), \(picture.licence)")
    }

    @Test func aPictureThatIsNotThereIsSaidToBeMissing() async throws {
        let phone = try TestPhone()
        #expect(await phone.home.picture("nowhere", in: region, .card).said != nil)
    }
}
