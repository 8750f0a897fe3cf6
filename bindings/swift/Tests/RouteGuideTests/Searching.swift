// The traveller looks for something, as people type.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Searching {
        @Test(arguments: zip(languages, ["sventoji piliakalnis", "hillfort", "burghugel"]))
        func wordsAreFoundWithoutTheirMarks(language: String, text: String) throws {
            let phone = try Phone(language: language)
            let library = phone.library
            for word in text.split(separator: " ") {
                let answer = try library.search(query: SearchQuery(text: String(word), near: nil, limit: 20))
                #expect(!answer.found.isEmpty, "\(word)")
                #expect(try answer.coordinates.count == answer.found.count)
            }
        }

        @Test func whatIsNearComesWithItsDistance() throws {
            let phone = try Phone(language: "lt")
            let library = phone.library
            let here = Position(lat: 55.70, lon: 21.13)
            let answer = try library.search(query: SearchQuery(text: "klaipeda", near: here, limit: 20))
            for (found, place) in zip(answer.found, try answer.coordinates) {
                let told = try #require(found.distanceM)
                #expect(abs(told - here.metres(to: place)) < 1 + told / 300, "\(found.name)")
            }
            #expect(answer.found.contains { $0.name == "Klaipėda" })
        }

        @Test func noMoreIsFoundThanIsWanted() throws {
            let phone = try Phone()
            let library = phone.library
            let found = { try library.search(query: SearchQuery(text: "museum", near: nil, limit: $0)).found.count }
            #expect(try found(0) == 0)
            #expect(try found(2) == 2)
            #expect(try found(.max) <= 100)
            #expect(try found(.max) > 2)
        }
    }
}
