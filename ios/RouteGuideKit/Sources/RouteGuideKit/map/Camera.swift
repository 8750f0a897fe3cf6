// What the app may ask of a map, and what a map tells. How it is drawn lives with the app.
import RouteGuide

/// Where a map looks.
public enum Camera: Equatable, Sendable {
    /// At all of this.
    case whole(MapBounds)

    /// At one place.
    case at(Position, zoom: Double)

    /// Along with a traveller: the bearing points up, and what lies ahead gets more room than what lies behind.
    case following(Position, bearingDeg: Double, zoom: Double)
}

/// What was tapped on a map.
public enum Tapped: Hashable, Sendable {
    case stop(route: String, stop: String)
    case place(String)
    case route(String)
}

/// All that a map shows.
public struct MapSight: Equatable, Sendable {
    /// As MapLibre reads it.
    public let style: String

    /// Where it looks; nothing where the traveller has moved it, and it stays there.
    public let camera: Camera?

    /// The features of layers that change while the map is looked at, as GeoJSON.
    public let live: [MapLayer: String]

    public init(style: String, camera: Camera?, live: [MapLayer: String] = [:]) {
        (self.style, self.camera, self.live) = (style, camera, live)
    }
}

extension Tapped {
    /// What a feature of the map stands for, by its properties; nothing for land and water.
    public init?(_ properties: [String: String]) {
        guard let id = properties["id"] else { return nil }
        if let route = properties["route"] {
            self = properties["category"] == nil ? .route(route) : .stop(route: route, stop: id)
        } else if properties["kind"] != nil {
            self = .place(id)
        } else {
            return nil
        }
    }
}
