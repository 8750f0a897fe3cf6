// A route's screen, as a traveller reads it and sets out from it.
import Fieldwork
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct RouteTests {
    @Test func aTravellerReadsOfDaysAndStopsInTheOrderOfTheWay() async throws {
        let phone = try TestPhone()
        let shown = try await phone.route(coast)
        let say = try phone.say
        #expect(shown.route.name == "Pleasant Fatigue")
        #expect(shown.howLong(say) == "165\u{A0}km · 18 stops", "its makers do not say how many days")
        #expect(try await phone.route(stones).howLong(say).contains(" · 4 days · "))
        #expect(shown.days.map(\.number) == Array(1...shown.days.count))
        #expect(shown.days.first?.stage.name == "Palanga to the Dutchman’s Cap")
        #expect(shown.stops.map(\.stop) == shown.route.stops, "every stop belongs to a day, in its order")
        let first = try #require(shown.stops.first)
        #expect(first.name == "Palanga Pier")
        #expect(first.told(say).hasPrefix("\(first.stop.kind) · "))
        #expect(first.told(say).hasSuffix(" from the start"))
        #expect(shown.profile == nil, "nobody has surveyed heights here")
    }

    @Test(arguments: [
        ("lt", "Malonūs nuovargiai", "Palangos jūros tiltas"), ("de", "Angenehme Erschöpfung", "Seebrücke Palanga"),
    ])
    func itIsReadInTheTravellersLanguage(_ language: String, _ route: String, _ stop: String) async throws {
        let shown = try await TestPhone(language: language).route(coast)
        #expect(shown.route.name == route)
        #expect(shown.stops.first?.name == stop)
    }

    @Test func whoeverCrossesTheWaterSeesItAtTheStopBehindIt() async throws {
        let phone = try TestPhone()
        let pier = try #require(try await phone.route(coast).stops.first { $0.id == "nidos-prieplauka" })
        #expect(pier.modes == [.boat], "to Nida the way goes over the lagoon")
        for way in [coast, stones, cultures] {
            let shown = try await phone.route(way)
            let legs = shown.route.legs
            #expect(Set(shown.modes) == Set(legs.map(\.mode)))
            #expect(shown.modes.count == Set(shown.modes).count, "each way of travelling is told once")
            for day in shown.days { #expect(!day.modes.isEmpty, "\(day.stage.name) is travelled somehow") }
            for (before, on) in zip(shown.stops, shown.stops.dropFirst()) where on.stop.alongM > before.stop.alongM {
                let between = legs.filter { $0.toM > before.stop.alongM && $0.fromM < on.stop.alongM }
                #expect(Set(on.modes) == Set(between.map(\.mode)), "\(on.name)")
            }
        }
    }

    @Test func whatItRestsOnIsNamed() async throws {
        let phone = try TestPhone()
        let shown = try await phone.route(coast)
        let say = try phone.say
        #expect(shown.route.facts.bySource.contains { facts in facts.texts.contains { $0.contains("association") } })
        #expect(shown.manifest.attributions.contains { $0.told.contains("OpenStreetMap") })
        #expect(shown.madeBy(say).count == 2)
        #expect(shown.madeBy(say)[1].contains(shown.manifest.licence))
    }

    @Test func whatTheEditorsAddedAndWhatMayBeSkippedIsMarked() async throws {
        let shown = try await TestPhone().route(coast)
        let added = try #require(shown.stops.first { !$0.stop.official })
        #expect(added.marks.contains(.notOfficial))
        #expect(try #require(shown.stops.first { $0.stop.official }).marks.contains(.notOfficial) == false)
        for on in shown.stops { #expect(on.marks.contains(.optional) == on.stop.optional, "\(on.name)") }
    }

    @Test func aFavouriteIsOneAfterARestartUntilItIsTakenBack() async throws {
        let phone = try TestPhone()
        let model = phone.model(coast)
        let before = try await phone.route(coast)
        #expect(!before.isFavourite)
        await model.like(before.route, true)
        await model.like(before.stops[2], true)
        await phone.die()
        let kept = try await phone.route(coast)
        #expect(kept.isFavourite)
        #expect(kept.stops.filter(\.isFavourite).map(\.id) == [before.stops[2].id])
        #expect(try await phone.route(stones).isFavourite == false)
        await phone.model(coast).like(kept.route, false)
        await phone.model(coast).like(kept.stops[2], false)
        let after = try await phone.route(coast)
        #expect(!after.isFavourite && after.stops.allSatisfy { !$0.isFavourite })
    }

    @Test func settingOutIsOfferedAndThenTheWayBackToTheGuide() async throws {
        let phone = try TestPhone()
        let (model, say) = (phone.model(stones), try await phone.words())
        #expect(model.beginning(try await phone.route(stones)) == .start(.continue))
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .continue)
        let underway = model.beginning(try await phone.route(stones))
        #expect(underway == .guide)
        #expect(underway.departure == nil)
        let elsewhere = phone.model(coast).beginning(try await phone.route(coast))
        #expect(elsewhere == .start(.continue), "another route is not the one under way")
        for fix in try await phone.ride(along: stones, metres: 0...2_000) { await phone.parts.guiding.take(fix) }
        _ = await phone.parts.guiding.stop()
        let stopped = model.beginning(try await phone.route(stones))
        guard case .goOn(let alongM) = stopped else { throw Absent() }
        #expect((1_800...2_100).contains(alongM))
        #expect(stopped.reached(say) == "\(say.words.distance(metres: alongM)) from the start")
        #expect(stopped.departure == .continue)
    }

    @Test func whoReachedTheEndSetsOutFromWhereTheyAre() async throws {
        let phone = try TestPhone()
        _ = await phone.parts.guiding.setOut(stones, reversed: false, departure: .here)
        let route = try await phone.route(stones).route
        let length = Int(route.lengthM)
        let ride = try await phone.ride(along: stones, metres: (length - 3_000)...(length + 100))
        for fix in ride { await phone.parts.guiding.take(fix) }
        // Past the gate of the last stop.
        let (last, end) = try (ride.last.required, route.stops.last.required.position)
        for (number, place) in (1...10).map({ ($0, end.moved(east: -10 * Double($0), north: 0)) }) {
            let ms = Int64(5_000 * number)
            await phone.parts.guiding.take(
                Fix(
                    timeMs: last.timeMs + ms, monotonicMs: last.monotonicMs.map { $0 + ms }, lat: place.lat,
                    lon: place.lon, accuracyM: 5, altitudeM: nil, speedMps: 2, courseDeg: nil))
        }
        _ = await phone.parts.guiding.stop()
        let shown = try await phone.route(stones)
        #expect(shown.isDone && shown.standing == nil)
        #expect(phone.model(stones).beginning(shown) == .start(.here))
        #expect(shown.stops.last?.marks.contains(.visited) == true)
    }

    @Test func theOtherWaysToStartSayWhatTheyMean() {
        #expect(OtherStart.allCases.map(\.departure) == [.here, .continue])
        #expect(OtherStart.allCases.map(\.isReversed) == [false, true])
        #expect(OtherStart.allCases.map(\.why) == [.startHereWhy, .reversedWhy])
    }

    @Test func aRouteThatIsNotThereIsSaidToBeMissing() async throws {
        let phone = try TestPhone()
        let model = RouteModel(phone.parts, bundle: region, route: "nowhere")
        await model.shown.look()
        #expect(model.shown.answer?.said?.text.contains("nowhere") == true)
    }

    @Test func whatIsTappedOnTheMapLeadsToItsScreen() {
        #expect(
            Tapped.stop(route: "malonus-nuovargiai", stop: "karkle").screen(in: region)
                == .stop(bundle: region, route: "malonus-nuovargiai", stop: "karkle"))
        #expect(Tapped.route("malonus-nuovargiai").screen(in: region) == coast.screen)
        #expect(Tapped.place("nida").screen(in: region) == .place(bundle: region, place: "nida"))
    }
}

extension TestPhone {
    func model(_ way: Way) -> RouteModel {
        guard case .route(let bundle, let route) = way else { fatalError("a track is no route") }
        return RouteModel(parts, bundle: bundle, route: route)
    }

    /// What a route's screen shows now.
    func route(_ way: Way) async throws -> RouteShown {
        let model = model(way)
        await model.shown.look()
        return try (model.shown.answer?.value).required
    }

    /// The traveller's words, the library being open.
    func words() async throws -> Wording {
        await home.open()
        return try say
    }
}
