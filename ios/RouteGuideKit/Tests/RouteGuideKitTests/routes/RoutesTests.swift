// The first screen, as a traveller finds it.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct RoutesTests {
    @Test func atTheFirstStartTheThreeRoutesAreThere() async throws {
        let phone = try TestPhone()
        let model = RoutesModel(phone.parts)
        await model.shown.look()
        let shown = try #require(model.shown.answer?.value)
        #expect(
            shown.cards.map(\.id) == [
                .route(bundle: region, route: "malonus-nuovargiai"),
                .route(bundle: region, route: "antgamtiniai-peizazai"),
                .route(bundle: region, route: "migruojancios-kulturos"),
            ])
        #expect(shown.last == nil)
        #expect(shown.tracks.isEmpty)
        #expect(phone.home.opening == .done)
    }

    @Test func whereSomeoneStoppedIsOfferedAndWhatTheyRecordedIsListed() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        for fix in try await phone.ride(along: stones, metres: 0...2_000) { await phone.parts.guiding.take(fix) }
        let model = RoutesModel(phone.parts)
        await model.shown.look()
        #expect(model.shown.answer?.value?.last == nil, "what is under way is not offered to go on with")
        _ = await phone.parts.guiding.stop()
        await model.shown.look()
        let shown = try #require(model.shown.answer?.value)
        #expect(shown.last?.way == stones)
        #expect(shown.tracks.count == 1)
    }
}
