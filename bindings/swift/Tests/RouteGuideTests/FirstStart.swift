// The app is new: the routes are installed, looked at, drawn.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct FirstStart {
        @Test func aNewLibraryIsEmptyAndSaysSo() throws {
            let phone = try Phone(installed: false)
            let library = phone.library
            #expect(try library.bundles().isEmpty)
            #expect(try library.recordings().isEmpty)
            #expect(try library.openRecording() == nil)
            #expect(try library.damages().isEmpty)
            #expect(try library.check())
        }

        @Test func theThreeRoutesAreInstalledOnce() throws {
            let phone = try Phone(installed: false)
            #expect(try phone.install() == .new)
            #expect(try phone.install() == .unchanged)
            let installed = try #require(try phone.library.bundles().first)
            #expect(installed.manifest.id == bundleId)
            let offered = try phone.library.offered(file: Surroundings.bundle)
            #expect(offered == OfferedBundle(manifest: installed.manifest, before: installed))
            #expect(installed.installed == Date(ms: morning))
            #expect(!installed.signed)
            #expect(try Set(phone.bundle().routes().map(\.id)) == Set(routeIds))
            try phone.library.uninstall(bundle: bundleId)
            #expect(try phone.library.bundles().isEmpty)
        }

        @Test(arguments: routeIds) func aRouteReadsInThreeLanguages(route: String) throws {
            let phone = try Phone()
            let told = try languages.map { language in
                try phone.library.speak(language: language)
                #expect(phone.library.language() == language)
                return try phone.bundle().route(route: route)
            }
            #expect(Set(told.map(\.summary)).count == 3)
            #expect(Set(told.map(\.description)).count == 3)
            #expect(Set(told.map { $0.stops.map(\.description) }).count == 3)
            #expect(Set(told.map(\.lengthM)).count == 1)
            #expect(
                Set(
                    try languages.map { language in
                        try phone.library.speak(language: language)
                        return try phone.bundle().manifest().emergencyNote
                    }
                ).count == 3)
        }

        @Test(arguments: routeIds) func aLineIsAsLongAsTheRouteSays(route: String) throws {
            let phone = try Phone()
            let bundle = try phone.bundle()
            let (line, details) = (try bundle.coordinates(route: route), try bundle.route(route: route))
            let length = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.metres(to: $1.1) }
            #expect(abs(length / details.lengthM - 1) < 0.001, "\(length) m, \(details.lengthM) m")
            #expect(try bundle.heightsOfVertices(route: route).map { $0.count == line.count } ?? (details.gainM == nil))
            let listed = try #require(try bundle.routes().first { $0.id == route })
            #expect(listed.stops == UInt32(details.stops.count) && listed.bounds == details.bounds)
            #expect(abs(listed.indicativeShare - details.indicativeShare) < 1e-9)
            #expect(Set(listed.modes) == Set(details.legs.map(\.mode)) && listed.modes.first == .bike)
            let bounds = try #require(details.bounds)
            #expect(line.allSatisfy { (bounds.south...bounds.north).contains($0.lat) })
            #expect(line.allSatisfy { (bounds.west...bounds.east).contains($0.lon) })
            #expect(details.stops.map(\.alongM) == details.stops.map(\.alongM).sorted())
            #expect(abs(try #require(details.legs.last).toM - details.lengthM) < 0.01)
        }

        @Test func aBundleLiesAroundItsRoutesAndKnowsTheKindsOfItsStops() throws {
            let bundle = try Phone().bundle()
            let routes = try routeIds.map { try bundle.route(route: $0) }
            let bounds = try #require(try bundle.bounds())
            #expect(routes.compactMap(\.bounds?.north).max() == bounds.north)
            #expect(routes.compactMap(\.bounds?.west).min() == bounds.west)
            #expect(try Set(bundle.categories()) == Set(routes.flatMap(\.stops).map(\.category)))
        }

        @Test func aPlaceIsKnownByItsId() throws {
            let place = try Phone(language: "lt").bundle().place(place: "klaipeda-senoji-perkela")
            #expect(place.category == .ferryPier && place.kind == "Perkėla ar prieplauka")
            #expect(abs(place.position.lat - 55.7066) < 1e-3)
        }

        @Test(arguments: routeIds) func aProfileHasAllOfTheLinesRange(route: String) throws {
            let bundle = try Phone().bundle()
            let profile = try bundle.profile(route: route, heights: 240).flatMap(Heights.init)
            let heights = try bundle.heightsOfVertices(route: route)
            #expect(profile?.count ?? 240 == 240)
            #expect(profile?.max() == heights?.max() && profile?.min() == heights?.min())
        }

        @Test func aPictureIsThereInThreeSizes() throws {
            let phone = try Phone()
            _ = try phone.library.install(
                file: Surroundings.pictured, signature: nil, keys: [], nowMs: morning)
            let bundle = try phone.library.bundle(bundle: "spit")
            let stops = try bundle.routes().flatMap { try bundle.route(route: $0.id).stops }
            let picture = try #require(stops.flatMap(\.pictures).first)
            let sizes: [PictureSize] = [.list, .card, .full]
            let files = try sizes.map { try bundle.picture(picture: picture.id, size: $0) }
            #expect(files.map { max($0.width, $0.height) } == [160, 640, 1_600])
            #expect(files.map(\.bytes.count) == files.map(\.bytes.count).sorted())
            #expect(files.allSatisfy { $0.mediaType.hasPrefix("image/") })
        }

        @Test func theMapIsJsonAndItsStyleNamesItsLayers() throws {
            let phone = try Phone()
            let layers = try phone.bundle().mapLayers()
            #expect(Set(layers.map(\.layer)).isSuperset(of: [.water, .land, .places, .legs, .stops]))
            for layer in layers {
                let json = try #require(
                    try JSONSerialization.jsonObject(with: Data(layer.geoJson.utf8)) as? [String: Any])
                #expect(json["type"] as? String == "FeatureCollection")
                #expect((json["features"] as? [Any])?.isEmpty == false, "\(layer.layer)")
            }
            let sources = layers.map { MapLayerSource(layer: $0.layer, url: "file:///layers/\($0.layer).geojson") }
            let glyphs = "file:///glyphs/{fontstack}/{range}.pbf"
            let styles = try [MapTheme.light, .dark].map { theme in
                let look = MapLook(
                    theme: theme, drawing: .full, language: "de", glyphs: glyphs, route: nil, categories: nil)
                return try mapStyleJson(look: look, sources: sources)
            }
            #expect(styles[0] != styles[1])
            for style in styles {
                let json = try #require(try JSONSerialization.jsonObject(with: Data(style.utf8)) as? [String: Any])
                #expect(json["glyphs"] as? String == glyphs)
                #expect((json["sources"] as? [String: Any])?.count == sources.count)
            }
        }
    }
}
