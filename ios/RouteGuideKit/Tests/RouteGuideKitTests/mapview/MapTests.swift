// The map screen, as a traveller finds it.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct MapTests {
    @Test func allOfTheBundleIsSeenFirst() async throws {
        let (_, model, ground) = try await opened()
        guard case .whole(let whole)? = model.camera(ground) else {
            Issue.record("the map looks somewhere else")
            return
        }
        #expect((whole.south...whole.north).contains(nida.lat) && (whole.west...whole.east).contains(nida.lon))
        #expect(ground.subject(model.choice) == MapSubject(region))
        #expect(model.live.isEmpty)
    }

    @Test func aTappedStopSaysWhatItIsUntilItsCardIsClosed() async throws {
        let (phone, model, ground) = try await opened()
        let stop = try ground.routes[0].stops.first.required
        model.tap(.stop(route: ground.routes[0].id, stop: stop.id))
        await model.look()
        let spot = try model.card.required
        #expect(spot.name == stop.name)
        #expect(spot.screen == .stop(bundle: region, route: ground.routes[0].id, stop: stop.id))
        let say = try phone.home.say.required
        #expect(spot.told(say) == stop.kind)
        model.tap(nil)
        #expect(model.spot == nil)
    }

    @Test func aTappedRouteSaysHowLongItIs() async throws {
        let (phone, model, ground) = try await opened()
        model.tap(.route("malonus-nuovargiai"))
        await model.look()
        let spot = try model.card.required
        let say = try phone.home.say.required
        #expect(spot.name == "Pleasant Fatigue")
        #expect(spot.told(say) == "Route · \(say.words.distance(metres: ground.routes[0].lengthM))")
    }

    @Test func aTappedPlaceTellsItsDistanceOnlyToWhoseOwnPlaceIsKnown() async throws {
        let (phone, model, _) = try await opened()
        model.tap(.place("klaipeda-senoji-perkela"))
        await model.look()
        let spot = try model.card.required
        #expect(spot.name == "Klaipėda old ferry terminal")
        #expect(spot.screen == .place(bundle: region, place: "klaipeda-senoji-perkela") && !spot.isStop)
        #expect(spot.away == nil)
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            await model.look()
            let away = try (model.card?.away).required
            #expect((40_000...50_000).contains(away.distanceM), "Klaipėda is a day's ride from Nida")
            #expect((0...30).contains(away.bearingDeg), "and in the north")
        }
    }

    @Test func aThingThatIsGoneHasNoCard() async throws {
        let (_, model, _) = try await opened()
        model.tap(.stop(route: "malonus-nuovargiai", stop: "nowhere"))
        await model.look()
        #expect(model.spot == .given(nil))
        model.tap(.place("nowhere"))
        await model.look()
        #expect(model.spot?.said?.code == "bundle.no-place")
    }

    @Test func onlyTheChosenKindsAreDrawnAndListed() async throws {
        let (phone, model, ground) = try await opened()
        let say = try phone.home.say.required
        #expect(ground.categories.contains(.lighthouse))
        model[chosen: .lighthouse].toggle()
        #expect(ground.subject(model.choice).categories == [.lighthouse])
        let listed = model.sections(ground, say).dropFirst().flatMap(\.spots)
        let lighthouses = ground.routes.flatMap(\.stops).filter { $0.category == .lighthouse }
        #expect(!lighthouses.isEmpty)
        #expect(listed.map(\.name) == lighthouses.map(\.name))
        model[chosen: .museum].toggle()
        #expect(Set(ground.subject(model.choice).categories ?? []) == [.lighthouse, .museum])
        model[chosen: .lighthouse].toggle()
        model[chosen: .museum].toggle()
        #expect(ground.subject(model.choice).categories == nil)
        model[chosen: .park].toggle()
        model.showsAllKinds = true
        #expect(model.showsAllKinds && model.choice.shows(.beach))
    }

    @Test func whileNobodyKnowsWhereTheTravellerIsStopsStandInTheOrderOfTheirRoutes() async throws {
        let (phone, model, ground) = try await opened()
        let sections = model.sections(ground, try phone.home.say.required)
        #expect(sections.map(\.name) == ["Routes"] + ground.routes.map(\.name))
        #expect(sections[0].spots.map(\.screen) == ground.routes.map { .route(bundle: region, route: $0.id) })
        #expect(sections[1].spots.map(\.name) == ground.routes[0].stops.map(\.name))
        #expect(sections[1].spots.allSatisfy { $0.away == nil })
    }

    @Test func whoAsksWhereTheyAreIsShownAndToldWhatIsNearNearestFirst() async throws {
        let (phone, model, ground) = try await opened()
        model.asking.begin()
        #expect(model.isAsked)
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            await model.look()
            #expect(model.camera(ground) == .at(nida, zoom: 13))
            #expect(model.live[.here]?.contains("Feature") == true)
            let sections = model.sections(ground, try phone.home.say.required)
            #expect(sections.map(\.name) == ["Routes", "Nearby"])
            let distances = sections[1].spots.compactMap { $0.away?.distanceM }
            #expect(distances.count == sections[1].spots.count && distances.count > 10)
            #expect(distances == distances.sorted())
            #expect((distances.first ?? .infinity) < 2_000)
            #expect(Set(sections[1].spots.map(\.id)).count == distances.count)
        }
    }

    @Test func whatIsNearIsOfTheChosenKinds() async throws {
        let (phone, model, _) = try await opened()
        model[chosen: .lighthouse].toggle()
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            await model.look()
            let near = try #require(model.nearby?.value)
            #expect(!near.isEmpty)
            #expect(near.allSatisfy { $0.isStop })
            #expect(near.allSatisfy { if case .stop(_, _, .lighthouse) = $0.thing { true } else { false } })
            model[chosen: .museum].toggle()
            await model.look()
            #expect((model.nearby?.value?.count ?? 0) > near.count)
        }
    }

    @Test func askedAgainAtTheSamePlaceTheMapGoesNearerAndBack() async throws {
        let (phone, model, ground) = try await opened()
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            model.asking.begin()
            #expect(model.camera(ground) == .at(nida, zoom: 13))
            model.asking.begin()
            #expect(model.camera(ground) == .at(nida, zoom: 15))
            model.asking.begin()
            #expect(model.camera(ground) == .at(nida, zoom: 13))
        }
    }

    @Test func theMapGoesToAnOlderPlaceFirstAndThenStaysAtThePresentOne() async throws {
        let (phone, model, ground) = try await opened()
        phone.glances.last = phone.fix(at: nida)
        let (now, later) = (Position(lat: 55.31, lon: 21.01), Position(lat: 55.32, lon: 21.02))
        try await phone.looking {
            model.asking.begin()
            await model.look()
            #expect(model.camera(ground) == .at(nida, zoom: 13))
            phone.glances.arrive(phone.fix(at: now))
            await model.look()
            #expect(model.camera(ground) == .at(now, zoom: 13))
            phone.glances.arrive(phone.fix(at: later))
            await model.look()
            #expect(model.camera(ground) == .at(now, zoom: 13), "whoever looks around is not pulled back")
        }
    }

    @Test func theListGivesWayToTheMapForWhoAsksWhereTheyAre() async throws {
        let (phone, model, _) = try await opened()
        phone.glances.allowed = .notAsked
        model.isList = true
        model.asking.begin()
        #expect(model.asking.isExplained && model.isList && !model.isAsked)
        await model.asking.goOn()
        #expect(!model.isList && model.isAsked)
    }

    @Test func aPlaceThatTheCoreDoesNotBelieveIsNotDrawn() async throws {
        let (phone, model, _) = try await opened()
        try await phone.looking {
            phone.glances.arrive(phone.fix(at: nida))
            await model.look()
            let mark = try model.live[.here].required
            phone.glances.arrive(phone.fix(at: Position(lat: .nan, lon: 21)))
            await model.look()
            #expect(model.live[.here] == mark, "the last one stays")
            #expect(model.nearby?.said != nil)
        }
    }

    @Test func withoutABundleThereIsNoGround() async throws {
        let (phone, model, _) = try await opened()
        _ = await phone.home.change { shelf in try shelf.uninstall(region) }
        await model.ground.look()
        #expect(model.ground.answer == .given(nil))
    }

    @Test func aBundleThatIsGoneGivesWayToTheFirst() async throws {
        let (_, model, _) = try await opened()
        model[chosen: .beach].toggle()
        model.tap(.route("malonus-nuovargiai"))
        model.bundle = region
        #expect(model.choice.categories == [.beach], "it is shown already")
        model.bundle = "gone"
        await model.ground.look()
        #expect(model.choice == MapChoice(bundle: "gone"))
        #expect(model.spot == nil)
        #expect(model.bundle == region)
    }

    private func opened() async throws -> (TestPhone, MapModel, MapGround) {
        let phone = try TestPhone()
        let model = MapModel(phone.parts)
        await model.ground.look()
        return (phone, model, try (model.ground.answer?.value ?? nil).required)
    }
}

extension MapModel {
    /// What is on the card of the tapped thing.
    fileprivate var card: Spot? { spot?.value ?? nil }
}
