// A place's screen.
import RouteGuide
import Testing

@testable import RouteGuideKit

private let pier = "klaipeda-senoji-perkela"

@MainActor
@Suite struct PlaceTests {
    @Test func aPlaceSaysWhatItIsWhereItIsAndWhatLiesNear() async throws {
        let phone = try TestPhone()
        let (_, shown) = try await place(pier, phone)
        #expect(shown.place.name == "Klaipėda old ferry terminal")
        #expect(shown.place.kind == "Ferry pier")
        #expect(try phone.say.words.position(position: shown.place.position).decimal == "55.70655, 21.12378")
        #expect(shown.nearby.contains { $0.name == "Danė river canoe trip (Exchange Bridge)" })
        #expect(!shown.nearby.contains { $0.thing == .place(place: pier, kind: .ferryPier) }, "it is not near itself")
        #expect(shown.nearby.map(\.distanceM) == shown.nearby.map(\.distanceM).sorted())
        #expect(shown.nearby.count == 12)
    }

    @Test func itIsMarkedAndWrittenAbout() async throws {
        let phone = try TestPhone()
        let (model, shown) = try await place(pier, phone)
        await model.like(shown.place, true)
        model.notes.write()
        model.notes.words = "The next ferry goes at ten"
        await model.notes.save(about: model.thing(shown.place))
        await phone.die()
        let (_, kept) = try await place(pier, phone)
        #expect(kept.kept.isFavourite)
        #expect(kept.kept.notes.map(\.words) == ["The next ferry goes at ten"])
    }

    @Test func aPlaceThatIsNotThereIsSaidToBeMissing() async throws {
        let phone = try TestPhone()
        let model = PlaceModel(phone.parts, bundle: region, place: "nowhere")
        await model.shown.look()
        #expect(model.shown.answer?.said?.text.contains("nowhere") == true)
    }

    private func place(_ id: String, _ phone: TestPhone) async throws -> (model: PlaceModel, shown: PlaceShown) {
        let model = PlaceModel(phone.parts, bundle: region, place: id)
        await model.shown.look()
        return (model, try (model.shown.answer?.value).required)
    }
}
