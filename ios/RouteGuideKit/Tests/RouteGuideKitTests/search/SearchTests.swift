// Search, as a traveller types.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct SearchTests {
    @Test func nothingIsLookedForWhileNothingIsTyped() async throws {
        let (_, model) = try await opened()
        await model.find()
        #expect(model.findings == nil)
        _ = try await found("nida", by: model)
        model.text = "  "
        await model.find()
        #expect(model.findings == nil)
    }

    @Test func aLithuanianTypesWithoutDiacritics() async throws {
        let (phone, model) = try await opened("lt")
        let findings = try await found("raganu kalnas", by: model)
        #expect(findings.names.contains("Raganų kalnas"))
        let say = try phone.home.say.required
        #expect(findings.groups.map { say($0.kind.name) }.contains("Stotelės"))
        #expect(say(findings.told).hasPrefix("Rast"))
    }

    @Test func aGermanTypesTheGermanName() async throws {
        let (phone, model) = try await opened("de")
        let findings = try await found("hexenberg", by: model)
        #expect(findings.names.contains { $0.contains("Hexenberg") })
        let say = try phone.home.say.required
        #expect(findings.groups.map { say($0.kind.name) }.contains("Halte"))
    }

    @Test func anEnglishTravellerFindsWhatTheyTypedInLithuanian() async throws {
        let (phone, model) = try await opened()
        let findings = try await found("Raganų kalnas", by: model)
        let hill = try #require(findings.all.first { $0.found.name.contains("Hill of Witches") })
        let say = try phone.home.say.required
        #expect(hill.alsoCalled.map { say($0) } == "Also: Raganų kalnas")
    }

    @Test func aWrongLetterIsForgivenAndSaidToHaveBeen() async throws {
        let (_, model) = try await opened()
        let wrong = try await found("pervalkps", by: model)
        #expect(wrong.all.contains { $0.found.name.contains("Pervalka lighthouse") && $0.found.corrected })
        let right = try await found("pervalka", by: model)
        #expect(right.all.contains { $0.found.name.contains("Pervalka lighthouse") })
        #expect(right.all.allSatisfy { !$0.found.corrected })
    }

    @Test func theLastLetterDecidesHoweverFastTheyCome() async throws {
        let (phone, model) = try await opened()
        model.text = "lighthouse"
        let older = Task { await model.find() }
        await Task.yield()
        model.text = "zzzzzz"
        await model.find()
        await older.value
        let findings = try #require(model.findings?.value)
        #expect(findings.count == 0)
        let say = try phone.home.say.required
        #expect(say(findings.told) == "Nothing found for “zzzzzz”")
    }

    @Test func aSearchThatIsGivenUpAsksNothing() async throws {
        let (_, model) = try await opened()
        model.text = "lighthouse"
        let search = Task { await model.find() }
        await Task.yield()
        search.cancel()
        await search.value
        #expect(model.findings == nil)
    }

    @Test func whatWasFoundStandsInGroupsTheBestFirst() async throws {
        let (phone, model) = try await opened()
        let findings = try await found("lighthouse", by: model)
        #expect(findings.groups.first?.kind == .stops)
        #expect(Set(findings.groups.map(\.kind)).count == findings.groups.count)
        #expect(
            findings.groups.allSatisfy { group in
                group.findings.allSatisfy { FindingKind($0.found.thing) == group.kind }
            })
        let say = try phone.home.say.required
        #expect(say(findings.told) == "\(findings.all.count) found")
        let routes = try await found("pleasant fatigue", by: model)
        #expect(routes.groups.first?.kind == .routes)
        #expect(routes.all.first?.screen == .route(bundle: region, route: "malonus-nuovargiai"))
    }

    @Test func aStageLeadsToItsRoute() async throws {
        let (phone, model) = try await opened()
        let name = await phone.home.ask(bundle: region) { try $0.route(route: "malonus-nuovargiai").stages[0].name }
        let findings = try await found(try name.value.required, by: model)
        let stages = try findings.groups.first { $0.kind == .stages }.required
        #expect(stages.findings.first?.screen == .route(bundle: region, route: "malonus-nuovargiai"))
    }

    @Test func aWordInATextIsQuoted() async throws {
        let (_, model) = try await opened()
        let findings = try await found("fishermen", by: model)
        let quote = try #require(findings.all.compactMap(\.quote).first)
        #expect(quote.word.lowercased().hasPrefix("fisherm"))
        #expect(!(quote.before + quote.after).isEmpty)
    }

    @Test func distancesAreToldWhereThePlaceIsKnown() async throws {
        let (phone, model) = try await opened()
        let say = try phone.home.say.required
        let unknown = try await found("lighthouse", by: model)
        #expect(unknown.all.allSatisfy { !$0.told(say).contains(" · ") })
        phone.glances.last = phone.fix(at: nida)
        await model.find()
        let known = try #require(model.findings?.value)
        #expect(known.all.contains { $0.told(say).contains("\u{A0}km") })
        #expect(phone.glances.rate == nil && phone.glances.timesAsked == 0, "nothing is asked of the phone for it")
    }

    @Test func withoutLeaveTheLastPlaceOfThePhoneIsNotUsed() async throws {
        let (phone, model) = try await opened()
        phone.glances.last = phone.fix(at: nida)
        phone.glances.allowed = .nothing
        let findings = try await found("lighthouse", by: model)
        #expect(findings.all.allSatisfy { $0.found.distanceM == nil })
    }

    private func opened(_ language: String = "en") async throws -> (TestPhone, SearchModel) {
        let phone = try TestPhone(language: language)
        await phone.home.open()
        return (phone, SearchModel(phone.parts))
    }

    private func found(_ text: String, by model: SearchModel) async throws -> Findings {
        model.text = text
        await model.find()
        return try #require(model.findings?.value)
    }
}

extension Findings {
    fileprivate var all: [Finding] { groups.flatMap(\.findings) }
    fileprivate var names: [String] { all.map(\.found.name) }
}
