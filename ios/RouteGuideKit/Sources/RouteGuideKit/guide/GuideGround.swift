// The map under a ride: what it lies on, where it looks, what lives on it. It follows the traveller until they move it by
// hand, north up or turned with them. What is drawn of them is the core's layer.
import Foundation
import Observation
import RouteGuide

/// Near enough to see the next crossing, far enough to see it in time.
private let near = 15.0

/// As far as one sees around the traveller at that zoom.
private let seenM = 150.0

/// What the map lies on before the traveller is on it.
struct RideGround: Equatable, Sendable {
    let style: String
    let bounds: MapBounds?

    /// The track that is followed; nothing for a route, which is part of the style.
    let track: String?
}

/// The map of a ride.
@MainActor
@Observable
public final class GuideGround {
    /// Whether the map goes along with the traveller.
    public private(set) var follows = true

    private var answer: Answer<RideGround>?

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let guiding: Guiding
    @ObservationIgnored private let choices: Choices
    @ObservationIgnored private let files: MapFiles

    init(_ parts: Parts) {
        (home, guiding, choices, files) = (parts.home, parts.guiding, parts.choices, parts.mapFiles)
    }

    /// Asks for what lies under the way as long as the map is looked at.
    public func follow(_ way: Way, _ theme: MapTheme) async {
        let files = files
        for await _ in home.revisions() {
            let now = await home.ask { shelf in try read(shelf, files, way, theme) }
            // The same again would have the map drawn anew.
            if now != answer { answer = now }
        }
    }

    /// Why there is no map.
    public var trouble: Said? { answer?.said }

    /// All that the map shows; nothing before there is something to show.
    public var sight: MapSight? {
        guard let ride = guiding.ride, let ground = answer?.value else { return nil }
        let camera = ride.camera(ground, isCourseUp: choices.choice.courseUp)
        if follows, camera == nil { return nil }
        return MapSight(style: ground.style, camera: follows ? camera : nil, live: ride.layers(ground))
    }

    /// The traveller moved it.
    public func moved() {
        follows = false
    }

    /// It goes along again.
    public func followAgain() {
        follows = true
    }

    /// Whether the map turns with the traveller.
    public var isCourseUp: Bool { choices.choice.courseUp }

    /// Turns the map with the traveller, or back.
    public func turn() {
        choices.choose { $0.courseUp.toggle() }
    }
}

extension Ride {
    fileprivate func camera(_ ground: RideGround, isCourseUp: Bool) -> Camera? {
        guard let fix, hereLayer != nil else { return ground.bounds.map(Camera.whole) }
        return .following(Position(lat: fix.lat, lon: fix.lon), bearingDeg: up(isCourseUp), zoom: zoom)
    }

    // Who has left the route wants to see it: twice as far away is one step out.
    private var zoom: Double {
        near - log2(max((update?.offRoute?.distanceM ?? 0) / seenM, 1))
    }

    fileprivate func layers(_ ground: RideGround) -> [MapLayer: String] {
        var layers: [MapLayer: String] = [:]
        layers[.here] = hereLayer
        if let track = ground.track { layers[.track] = track } else { layers[.stops] = stopsLayer }
        return layers
    }
}

@Core
private func read(_ shelf: Shelf, _ files: MapFiles, _ way: Way, _ theme: MapTheme) throws -> RideGround {
    let library = try shelf.library
    switch way {
    case .route(let bundle, let route):
        return RideGround(
            style: try files.style(shelf, MapSubject(bundle, route: route), theme),
            bounds: try shelf.bundle(bundle).route(route: route).bounds, track: nil)
    case .track(let recording):
        let bundle = try library.bundles().first?.manifest.id ?? ""
        return RideGround(
            style: try files.style(shelf, MapSubject(bundle), theme),
            bounds: try library.boundsOf(recording: recording), track: try library.trackLayer(recording: recording))
    }
}
