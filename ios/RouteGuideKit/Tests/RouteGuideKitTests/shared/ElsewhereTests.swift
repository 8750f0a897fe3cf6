// What other apps of the phone are asked to open.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct ElsewhereTests {
    @Test func mapAppsAreToldTheSpotAndItsName() async throws {
        let say = try await TestPhone().words()
        let text = say.words.position(position: Position(lat: 55.30421, lon: 21.00553))
        #expect(
            text.addresses(named: "Nidos švyturys & Co (1)").map(\.absoluteString) == [
                "geo:55.30421,21.00553?q=55.30421,21.00553(Nidos%20%C5%A1vyturys%20%26%20Co%20%281%29)",
                "maps://?ll=55.30421,21.00553&q=Nidos%20%C5%A1vyturys%20%26%20Co%20%281%29",
            ])
    }

    @Test func webAddressesInASourceCanBeTappedWithoutTheSentenceAroundThem() {
        let text = "Šaltinis (https://osm.org/node/1), žr. http://visit.example/ė."
        let linked = linked(text)
        #expect(String(linked.characters) == text)
        let found = linked.runs.compactMap { run in
            run.link.map { (String(linked[run.range].characters), $0.absoluteString) }
        }
        #expect(found.map(\.0) == ["https://osm.org/node/1", "http://visit.example/ė"])
        #expect(found.first?.1 == "https://osm.org/node/1")
    }

    @Test func whatIsNoWebAddressStaysText() {
        for text in ["", "a book", "javascript:alert(1)", "https://", "file:///etc/hosts"] {
            #expect(linked(text).runs.allSatisfy { $0.link == nil }, "\(text)")
        }
    }

    @Test(
        arguments: [
            ("Pleasant Fatigue", "Pleasant-Fatigue.gpx"), ("Nida – Juodkrantė", "Nida-Juodkrantė.gpx"),
            ("../../etc/passwd", "etc-passwd.gpx"), ("…", "route-guide.gpx"),
            (String(repeating: "ė", count: 200), String(repeating: "ė", count: 80) + ".gpx"),
        ])
    func aSharedFileIsCalledAsWhatIsInIt(_ title: String, _ name: String) throws {
        let folders = try TestPhone().parts.phone.folders
        #expect(try folders.fileToShare(titled: title, ending: "gpx").lastPathComponent == name)
    }
}
