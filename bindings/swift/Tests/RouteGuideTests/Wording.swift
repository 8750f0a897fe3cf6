// What an app shows of numbers: in the traveller's language and units, without a thought of its own.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Wording {
        private func plain(_ text: String) -> String { text.replacingOccurrences(of: "\u{A0}", with: " ") }

        @Test func numbersArePutIntoTheTravellersWords() throws {
            let words = try Phone(language: "en", installed: false).library.words()
            #expect(plain(words.distance(metres: 347)) == "350 m")
            #expect(words.spokenDistance(metres: 347) == "350 metres")
            #expect(plain(words.height(metres: 121)) == "120 m")
            #expect(plain(words.duration(ms: 80 * 60_000)) == "1 h 20 min")
            #expect(plain(words.speed(mps: 3.9)) == "14 km/h")
            #expect(words.direction(bearingDeg: 45) == "to the north-east")
            #expect(words.mode(mode: .bike) == "By bicycle")
            #expect(words.category(category: .lighthouse) == "Lighthouses")
            #expect(words.exactness(indicativeShare: 0.1) == "The line mostly follows the map")
            #expect(words.origin(origin: .digitised) == "The line was traced from a map.")
            let nida = words.position(position: Position(lat: 55.30421, lon: 21.00553))
            #expect(nida.decimal == "55.30421, 21.00553")
            #expect(nida.minutes == "55° 18.253′ N, 21° 00.332′ E")
            #expect(nida.digits.hasPrefix("five five point three zero"))
        }

        @Test(arguments: [Double.nan, .infinity, -.infinity]) func whatIsNoNumberIsNotMadeUp(none: Double) throws {
            let words = try Phone(language: "lt", installed: false).library.words()
            #expect(
                Set([
                    words.distance(metres: none), words.spokenDistance(metres: none), words.height(metres: none),
                    words.speed(mps: none), words.direction(bearingDeg: none), words.exactness(indicativeShare: none),
                ]) == ["–"])
            #expect(words.position(position: Position(lat: none, lon: 21)).digits == "–")
        }
    }
}
