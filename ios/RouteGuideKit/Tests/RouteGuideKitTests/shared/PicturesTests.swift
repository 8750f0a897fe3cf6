// The pictures of a bundle, as a screen asks for them.
import Fieldwork
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct PicturesTests {
    @Test func aPictureComesInTheSizeItIsShownInAndNamesItsMaker() async throws {
        let phone = try TestPhone()
        let file = try Surroundings.pictured
        let stops = try #require(
            await phone.home.change { shelf in
                _ = try shelf.install(file)
                let bundle = try shelf.bundle("spit")
                return try bundle.routes().flatMap { try bundle.route(route: $0.id).stops }
            }.value)
        let picture = try #require(stops.flatMap(\.pictures).first)
        let card = try #require(await phone.home.picture(picture.id, in: "spit", .card).value)
        let full = try #require(await phone.home.picture(picture.id, in: "spit", .full).value)
        #expect(!card.isEmpty && full.count > card.count)
        #expect(picture.credit(try phone.say) == "Picture: \(picture.author), \(picture.licence)")
    }

    @Test func aPictureThatIsNotThereIsSaidToBeMissing() async throws {
        let phone = try TestPhone()
        #expect(await phone.home.picture("nowhere", in: region, .card).said != nil)
    }
}
