// A stop's screen, and the notes that a traveller writes on it.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct StopTests {
    @Test func aStopSaysWhereItLiesOnTheRouteAndBesideIt() async throws {
        let phone = try TestPhone()
        let (model, shown) = try await stop("palangos-tiltas", phone)
        let say = try phone.say
        #expect(shown.route == "Pleasant Fatigue")
        #expect(model.routeScreen == coast.screen)
        #expect(shown.along(say).hasSuffix(" from the start"))
        #expect(shown.beside(say).contains(shown.stop.side == .left ? "to the left" : "to the right"))
        #expect(shown.exactness(say).hasPrefix("Position accurate to about "))
        #expect(shown.sources(say).first?.hasPrefix("Position: ") == true)
    }

    @Test func theFirstStopHasNoneBeforeItAndTheLastNoneAfter() async throws {
        let phone = try TestPhone()
        let (model, first) = try await stop("palangos-tiltas", phone)
        #expect(first.before == nil)
        let next = try #require(first.after)
        #expect(next.name == "Palanga Amber Museum and Birutė Park")
        #expect(
            model.screen(next) == .stop(bundle: region, route: "malonus-nuovargiai", stop: next.id))
        let last = try #require(try await phone.route(coast).stops.last)
        let (_, end) = try await stop(last.id, phone)
        #expect(end.after == nil && end.before != nil)
    }

    @Test func aStopThatIsNotThereIsSaidToBeMissing() async throws {
        let phone = try TestPhone()
        let model = StopModel(phone.parts, bundle: region, route: "malonus-nuovargiai", stop: "nowhere")
        await model.shown.look()
        guard case .given(nil)? = model.shown.answer else { throw Absent() }
        let said = model.missing(try phone.say)
        #expect(said.text.hasPrefix("This stop is not on the route."))
        #expect(said.report.contains("\(region)/malonus-nuovargiai/nowhere"))
    }

    @Test func whenTheTravellerWasThereIsTold() async throws {
        let phone = try TestPhone()
        #expect(try await stop("palangos-tiltas", phone).shown.visitedMs == nil)
        let first = try #require(try await phone.route(coast).stops.dropFirst().first).stop
        _ = await phone.parts.guiding.setOut(coast, reversed: false, departure: .continue)
        for fix in try await phone.ride(along: coast, metres: 0...(Int(first.alongM) + 500)) {
            await phone.parts.guiding.take(fix)
        }
        let (_, shown) = try await stop(first.id, phone)
        let visited = try #require(shown.visitedMs)
        let say = try phone.say
        #expect(shown.marks.last?.told(say) == "Visited on \(say.day(visited))")
        #expect(shown.marks.last?.isVisit == true)
        #expect(try await phone.route(coast).stops.first { $0.id == first.id }?.isVisited == true)
    }

    @Test func aNoteAndAFavouriteAreThereAfterARestart() async throws {
        let phone = try TestPhone()
        let (model, shown) = try await stop("palangos-tiltas", phone)
        await model.like(shown.stop, true)
        await write("  Sunset at nine\n", model, shown.stop)
        await phone.die()
        let (_, kept) = try await stop("palangos-tiltas", phone)
        #expect(kept.kept.isFavourite)
        #expect(kept.kept.notes.map(\.words) == ["Sunset at nine"])
        #expect(kept.kept.notes.map(\.name) == ["Palanga Pier"], "the name stays when the bundle goes")
        let (_, next) = try await stop("palangos-botanikos-parkas", phone, or: shown.after?.id)
        #expect(next.kept == Kept(isFavourite: false, notes: []), "what is kept is kept about one stop")
    }

    @Test func aNoteIsChangedAndOneThatWasRemovedComesBack() async throws {
        let phone = try TestPhone()
        let (model, shown) = try await stop("palangos-tiltas", phone)
        await write("Sunset at nine", model, shown.stop)
        await write("Bring a jacket", model, shown.stop)
        let notes = try await look(model).kept.notes
        #expect(notes.map(\.words) == ["Sunset at nine", "Bring a jacket"])
        model.notes.write(notes[0])
        #expect(model.notes.words == "Sunset at nine", "what was written is there to be changed")
        model.notes.words = "Sunset at ten"
        await model.notes.save(about: model.thing(shown.stop))
        #expect(try await look(model).kept.notes.map(\.words).contains("Sunset at ten"))
        let changed = try #require(try await look(model).kept.notes.first { $0.number == notes[0].number })
        await model.notes.remove(changed)
        #expect(try await look(model).kept.notes.map(\.words) == ["Bring a jacket"])
        #expect(model.notes.removed == changed)
        await model.notes.takeBack()
        #expect(try await look(model).kept.notes.contains { $0.words == "Sunset at ten" })
        #expect(model.notes.removed == nil)
    }

    @Test func nothingIsNoNote() async throws {
        let phone = try TestPhone()
        let (model, shown) = try await stop("palangos-tiltas", phone)
        model.notes.write()
        model.notes.words = " \n "
        #expect(!model.notes.canSave)
        await model.notes.save(about: model.thing(shown.stop))
        #expect(model.notes.isWritingAnew)
        model.notes.words = String(repeating: "ž", count: 5_000)
        #expect(model.notes.words.count == 4_000, "more is no note")
        model.notes.cancel()
        #expect(model.notes.writing == nil && model.notes.words.isEmpty)
        #expect(try await look(model).kept.notes.isEmpty)
    }

    @Test func wordsThatCannotBeKeptStayInTheField() async throws {
        let phone = try TestPhone()
        let (model, shown) = try await stop("palangos-tiltas", phone)
        await write("Sunset at nine", model, shown.stop)
        let note = try #require(try await look(model).kept.notes.first)
        model.notes.write(note)
        model.notes.words = "Sunset at ten"
        // Removed where a backup was restored, say.
        _ = await phone.home.change { shelf in try shelf.library.removeNote(number: note.number) }
        await model.notes.save(about: model.thing(shown.stop))
        #expect(model.wishes.trouble != nil)
        #expect(model.notes.words == "Sunset at ten")
        #expect(model.notes.writing == note.number)
    }

    private func stop(
        _ id: String, _ phone: TestPhone, or other: String? = nil
    ) async throws -> (model: StopModel, shown: StopShown) {
        let model = StopModel(phone.parts, bundle: region, route: "malonus-nuovargiai", stop: other ?? id)
        return (model, try await look(model))
    }

    private func look(_ model: StopModel) async throws -> StopShown {
        await model.shown.look()
        return try (model.shown.answer?.value).required.required
    }

    private func write(_ words: String, _ model: StopModel, _ stop: Stop) async {
        model.notes.write()
        model.notes.words = words
        await model.notes.save(about: model.thing(stop))
    }
}
