// What texts rest on, and whom to name.
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct FactsTests {
    @Test func factsOfOneSourceStandTogetherInTheirOrder() {
        let facts = [
            Fact(text: "Built in 1888", source: "https://museum.example"), Fact(text: "Closed on Mondays", source: nil),
            Fact(text: "Rebuilt in 1892", source: "https://museum.example"),
        ]
        #expect(
            facts.bySource == [
                SourcedFacts(source: "https://museum.example", texts: ["Built in 1888", "Rebuilt in 1892"]),
                SourcedFacts(source: nil, texts: ["Closed on Mondays"]),
            ])
        #expect([Fact]().bySource.isEmpty)
    }

    @Test func whatNobodyHasCheckedIsNamedInWords() async throws {
        let say = try await TestPhone().words()
        #expect(say.unverified([]) == nil)
        #expect(
            say.unverified(["position", "name.de", "former_name.lt"])
                == "Not checked yet: the position, the German name, the former name")
    }

    @Test func everyMarkOfTheRealRoutesHasItsWords() async throws {
        let phone = try TestPhone()
        var marks: Set<String> = []
        for way in [coast, stones, cultures] {
            let route = try await phone.route(way).route
            marks.formUnion(route.unverified + route.stops.flatMap(\.unverified))
        }
        #expect(!marks.isEmpty)
        let say = try phone.say
        for mark in marks where !mark.hasPrefix("former") {
            #expect(say.unverified([mark]) != say.unverified(["former_name.lt"]), "\(mark) is no former name")
        }
    }
}
