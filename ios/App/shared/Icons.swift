// The symbol of each means of travel and kind of stop, of those that come with the phone.
import RouteGuide

extension TravelMode {
    var icon: String {
        switch self {
        case .walk: "figure.walk"
        case .bike: "bicycle"
        case .car: "car"
        case .boat: "sailboat"
        case .ferry: "ferry"
        }
    }
}

extension StopCategory {
    var icon: String {
        switch self {
        case .activity: "figure.hiking"
        case .beach: "beach.umbrella"
        case .bridge: "road.lanes"
        case .castleMound: "mountain.2"
        case .church: "bell"
        case .ferry: "ferry"
        case .harbour: "sailboat"
        case .lighthouse: "light.beacon.max"
        case .manor: "house.lodge"
        case .monument: "building.columns.fill"
        case .museum: "building.columns"
        case .nature: "leaf"
        case .park: "tree"
        case .viewpoint: "binoculars"
        case .village: "house"
        }
    }
}

extension PlaceKind {
    var icon: String {
        switch self {
        case .ferryPier: "ferry"
        case .informationCentre: "info.circle"
        case .city, .town, .smallTown, .village, .district: "house"
        }
    }
}

extension FoundThing {
    var icon: String {
        switch self {
        case .route: "signpost.right"
        case .stage: "flag"
        case .stop(_, _, let category): category.icon
        case .place(_, let kind): kind.icon
        }
    }
}
