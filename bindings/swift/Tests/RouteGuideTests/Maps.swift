// What the traveller sees on maps and cards: themselves, the stops in their state, a sketch, what is near.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Maps {
        private func features(_ geoJson: String) throws -> [[String: Any]] {
            let json = try JSONSerialization.jsonObject(with: Data(geoJson.utf8)) as? [String: Any]
            return try #require(json?["features"] as? [[String: Any]])
        }

        private func told(_ property: String, of features: [[String: Any]]) -> [String] {
            features.compactMap { ($0["properties"] as? [String: Any])?[property] as? String }
        }

        @Test func theStyleLooksAsItIsAskedTo() throws {
            let sources = [MapLayer.land, .stops].map { MapLayerSource(layer: $0, url: "file:///\($0)") }
            let look = MapLook(
                theme: .light, drawing: .plain, language: "lt", glyphs: "file:///g", route: hillForts,
                categories: [.museum])
            let style = try mapStyleJson(look: look, sources: sources)
            #expect(style.contains(hillForts))
            #expect(style.contains("[\"literal\",[\"museum\"]]"))
            #expect(!style.contains("file:///land"))
        }

        @Test func theTravellerIsAPlaceACircleAndAWayAhead() throws {
            let here = Position(lat: 55.3, lon: 21.0)
            let moving = try features(hereLayer(place: here, accuracyM: 12, courseDeg: 90, speedMps: 4))
            #expect(told("part", of: moving) == ["accuracy", "course", "place"])
            _ = try refusal {
                _ = try hereLayer(
                    place: Position(lat: .nan, lon: 21), accuracyM: 12, courseDeg: nil, speedMps: nil)
            }
        }

        @Test func underWayOneStopIsNextAndTheRideIsDrawn() throws {
            let phone = try Phone()
            let number = try phone.ride().number
            let journey = try phone.library.setOut(
                way: way(), reversed: false, departure: .continue, recording: nil)
            let states = told("state", of: try features(journey.stopsLayer()))
            #expect(states.filter { $0 == "next" }.count == 1)
            #expect(try features(phone.library.trackLayer(recording: number)).count == 1)
            let bounds = try #require(try phone.library.boundsOf(recording: number))
            #expect(bounds.south < bounds.north)
            let sketch = try phone.library.sketchOf(recording: number, theme: .dark, width: 320, height: 180)
            #expect(sketch.shapes.count == 3)
        }

        @Test func theStopsAheadBeginWithTheNextOne() throws {
            let phone = try Phone()
            let journey = try phone.library.setOut(
                way: way(), reversed: false, departure: .continue, recording: nil)
            #expect(try journey.stopsAhead().isEmpty)
            let steps = try fixes(at: phone.places().prefix(270)).map { try journey.step(fix: $0).step }
            let ahead = try journey.stopsAhead()
            #expect(steps.last?.update?.nextStop?.id == ahead.first?.id)
            #expect(steps.last?.update?.nextStop?.aheadM == ahead.first?.aheadM)
            #expect(ahead.count > 5 && ahead.map(\.aheadM) == ahead.map(\.aheadM).sorted())
        }

        @Test func howFarSomethingIsAndWhereIsToldOfAnyTwoPositions() throws {
            let nida = Position(lat: 55.303, lon: 21.005)
            for near in try Phone().library.nearby(near: nida, categories: nil, limit: 10) {
                let told = try away(from: nida, to: near.position)
                #expect(told == Away(distanceM: near.distanceM, bearingDeg: near.bearingDeg))
            }
            _ = try refusal { _ = try away(from: Position(lat: 91, lon: 21), to: nida) }
        }

        @Test func aRecordingHasAProfileWhereEveryFixHasAHeight() throws {
            let phone = try Phone()
            let recorder = try phone.library.startRecording(
                start: RecordingStart(timeMs: morning, name: nil, mode: .walk, way: nil))
            let number = try recorder.number()
            #expect(try phone.library.profileOf(recording: number, heights: 20) == nil)
            for (height, place) in try phone.places().prefix(50).enumerated() {
                let time = Date(ms: morning + Int64(height) * 4_000)
                _ = try recorder.record(
                    fix: Fix(at: time, position: place, accuracyM: 8, altitudeM: Double(height)))
            }
            let bytes = try #require(try phone.library.profileOf(recording: number, heights: 20))
            let profile = try #require(Heights(bytes))
            #expect(profile.count == 20 && profile.first == 0 && profile.last == 49)
        }

        @Test func aSketchOfARouteEndsWithItsStops() throws {
            let bundle = try Phone().bundle()
            let sketch = try bundle.sketch(route: hillForts, theme: .light, width: 320, height: 180)
            let stops = try bundle.route(route: hillForts).stops.count
            #expect(sketch.shapes.suffix(stops).allSatisfy { $0.closed && $0.fill != nil && $0.pieces == [0] })
            #expect(sketch.shapes.allSatisfy { $0.points.count.isMultiple(of: 8) })
        }

        @Test func whatIsNearComesNearestFirst() throws {
            let phone = try Phone(language: "lt")
            let nida = Position(lat: 55.303, lon: 21.005)
            let near = try phone.library.nearby(near: nida, categories: nil, limit: 10)
            #expect(near.count == 10)
            #expect(near.map(\.distanceM) == near.map(\.distanceM).sorted())
            let museums = try phone.library.nearby(near: nida, categories: [.museum], limit: 3)
            #expect(museums.allSatisfy { $0.kind == "Muziejus" })
        }
    }
}
