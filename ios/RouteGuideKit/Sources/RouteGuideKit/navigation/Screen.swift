// The screens there are, each with what it shows by its id. What they look like lives in their own rooms.

/// A screen above the first one of a tab. The phone keeps it when the process ends.
public enum Screen: Hashable, Codable, Sendable {
    case route(bundle: String, route: String)
    case stop(bundle: String, route: String, stop: String)
    case place(bundle: String, place: String)
    case track(UInt32)
    case bundles
    case backup
    case licences
    case emergency
}

/// A tab, with the first screen of its stack. SwiftUI has a `Tab` of its own.
public enum ScreenTab: String, Hashable, Codable, Sendable, CaseIterable {
    case routes, map, search, tracks, settings
}

/// What lies before the traveller: each covers those before it.
public enum Layer: Sendable {
    case tabs, guide, inFront
}
