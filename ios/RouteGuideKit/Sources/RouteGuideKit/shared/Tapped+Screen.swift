// What a tap on a map leads to.
import RouteGuide

extension Tapped {
    /// The screen about what was tapped on the map of a bundle.
    public func screen(in bundle: String) -> Screen {
        switch self {
        case .stop(let route, let stop): .stop(bundle: bundle, route: route, stop: stop)
        case .place(let place): .place(bundle: bundle, place: place)
        case .route(let route): .route(bundle: bundle, route: route)
        }
    }
}
