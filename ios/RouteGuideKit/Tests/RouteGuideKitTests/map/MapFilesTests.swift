// The map's files: there when a map is drawn, written once, made again when the phone took them away.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct MapFilesTests {
    @Test func everyLayerOfTheStyleIsAFileAndTheLettersAreThoseThatShip() async throws {
        let phone = try TestPhone()
        let style = try await phone.style(MapSubject(region)).required
        let sources = try #require(style["sources"] as? [String: [String: Any]])
        #expect(sources.keys.contains("here") && sources.keys.contains("inland-water"))
        for source in sources.values {
            let url = try URL(string: (source["data"] as? String).required).required
            #expect(url.isFileURL)
            let layer = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
            #expect(layer?["type"] as? String == "FeatureCollection")
        }
        let glyphs = try #require(style["glyphs"] as? String)
        #expect(glyphs.hasPrefix("file:///") && glyphs.hasSuffix("/glyphs/{fontstack}/{range}.pbf"))
    }

    @Test func theLettersAreFoundHoweverTheAddressOfTheirFolderEnds() async throws {
        let phone = try TestPhone()
        for shipped in ["file:///App/Shipped", "file:///App/Shipped/"] {
            let folder = try URL(string: shipped).required
            let files = MapFiles(Folders(kept: folder, passing: phone.parts.phone.folders.passing, shipped: folder))
            let style = await phone.home.ask { shelf in try files.style(shelf, MapSubject(region), .light) }.value
            #expect(try style.required.contains("file:///App/Shipped/glyphs/{fontstack}/{range}.pbf"))
        }
    }

    @Test func whatThePhoneClearedAwayIsWrittenAgain() async throws {
        let phone = try TestPhone()
        let first = try await phone.style(MapSubject(region)).required
        let map = phone.parts.phone.folders.passing.appendingPathComponent("map")
        try FileManager.default.removeItem(at: map)
        let again = try await phone.style(MapSubject(region)).required
        #expect(NSDictionary(dictionary: first) == NSDictionary(dictionary: again))
        let folder = try FileManager.default.contentsOfDirectory(atPath: map.path)[0]
        let files = try FileManager.default.contentsOfDirectory(atPath: map.appendingPathComponent(folder).path)
        #expect(files.count > 9)
    }

    @Test func aLayerThatIsMissingIsNotPassedOver() async throws {
        let phone = try TestPhone()
        _ = try await phone.style(MapSubject(region)).required
        let map = phone.parts.phone.folders.passing.appendingPathComponent("map")
        let folder = try FileManager.default.contentsOfDirectory(atPath: map.path)[0]
        let water = map.appendingPathComponent("\(folder)/water.geojson")
        try FileManager.default.removeItem(at: water)
        _ = try await phone.style(MapSubject(region)).required
        #expect(FileManager.default.fileExists(atPath: water.path))
    }

    @Test func whatIsTappedIsKnownByItsProperties() {
        #expect(Tapped(["id": "nida", "route": "r", "category": "museum"]) == .stop(route: "r", stop: "nida"))
        #expect(Tapped(["id": "leg-1", "route": "r"]) == .route("r"))
        #expect(Tapped(["id": "silute", "kind": "town"]) == .place("silute"))
        #expect(Tapped(["id": "x"]) == nil)
        #expect(Tapped([:]) == nil)
    }
}

extension TestPhone {
    fileprivate func style(_ subject: MapSubject) async throws -> [String: Any]? {
        let files = parts.mapFiles
        let style = await home.ask { shelf in try files.style(shelf, subject, .light) }.value
        return try JSONSerialization.jsonObject(with: Data(style.required.utf8)) as? [String: Any]
    }
}
