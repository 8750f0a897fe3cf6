// The layers of bundles as files, where MapLibre reads them: written once for each version of a bundle. And the style that
// draws them as the traveller has it: by day or night, in their language. What is in both is the core's.
import Foundation
import RouteGuide

/// Layers that come with the traveller's journey rather than with a bundle; empty until something is shown in them.
private let live: [MapLayer] = [.track, .here]

private let empty = #"{"type":"FeatureCollection","features":[]}"#

/// What of a bundle a map shows.
public struct MapSubject: Hashable, Sendable {
    public let bundle: String

    /// This one is drawn as it is and others faintly; without it all as they are.
    public let route: String?

    /// Only stops of these kinds; without them all.
    public let categories: [StopCategory]?

    public init(_ bundle: String, route: String? = nil, categories: [StopCategory]? = nil) {
        (self.bundle, self.route, self.categories) = (bundle, route, categories)
    }
}

/// The map's files.
public struct MapFiles: Sendable {
    private let folder: URL
    private let letters: String

    init(_ folders: Folders) {
        // May be cleared by the system at any time: what is missing is written again.
        folder = folders.passing.appendingPathComponent("map")
        // Whether the address of a folder ends in a slash depends on who made it.
        let glyphs = folders.shipped.appendingPathComponent("glyphs", isDirectory: true)
        letters = "\(glyphs.absoluteString){fontstack}/{range}.pbf"
    }

    /// The style of a map.
    @Core
    func style(_ shelf: Shelf, _ subject: MapSubject, _ theme: MapTheme) throws -> String {
        let library = try shelf.library
        let look = MapLook(
            theme: theme, drawing: try library.settings().mapStyle, language: library.language(), glyphs: letters,
            route: subject.route, categories: subject.categories)
        return try mapStyleJson(look: look, sources: sources(shelf, subject.bundle))
    }

    @Core
    private func sources(_ shelf: Shelf, _ id: String) throws -> [MapLayerSource] {
        let bundle = try shelf.bundle(id)
        let files = folder.appendingPathComponent("\(id)-\(try bundle.manifest().version)")
        let layers = try written(files) ?? write(files, bundle, id)
        return layers.map { MapLayerSource(layer: $0, url: file(files, $0).absoluteString) }
    }

    @Core
    private func write(_ files: URL, _ bundle: RouteBundle, _ id: String) throws -> [MapLayer] {
        let others = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for other in others where other.hasPrefix("\(id)-") {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(other))
        }
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        let layers = try bundle.mapLayers()
        for layer in layers { try put(layer.geoJson, file(files, layer.layer)) }
        for layer in live { try put(empty, file(files, layer)) }
        let all = layers.map(\.layer) + live
        // Written last: where the list is, all of it is.
        try put(all.map(\.sourceName).joined(separator: "\n"), list(files))
        return all
    }

    private func written(_ files: URL) throws -> [MapLayer]? {
        guard let names = try? String(contentsOf: list(files), encoding: .utf8) else { return nil }
        let layers = names.split(separator: "\n").compactMap { name in
            MapLayer.all.first { $0.sourceName == name }
        }
        let isWhole = layers.allSatisfy { FileManager.default.fileExists(atPath: file(files, $0).path) }
        return isWhole ? layers : nil
    }

    private func put(_ text: String, _ file: URL) throws {
        try Data(text.utf8).write(to: file)
    }

    private func list(_ files: URL) -> URL { files.appendingPathComponent("layers") }

    private func file(_ files: URL, _ layer: MapLayer) -> URL {
        files.appendingPathComponent("\(layer.sourceName).geojson")
    }
}

extension MapLayer {
    fileprivate static let all: [MapLayer] = [
        .water, .land, .inlandWater, .waterways, .borders, .places, .legs, .track, .stops, .here,
    ]

    /// What the layer's source is called in the style.
    public var sourceName: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
    }
}
