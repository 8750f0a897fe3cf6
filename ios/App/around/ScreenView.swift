// Which view shows which screen. Screens know nothing of one another.
import RouteGuideKit
import SwiftUI

/// The first screen of a tab.
struct FirstScreen: View {
    let tab: ScreenTab

    var body: some View {
        switch tab {
        case .routes: RoutesScreen()
        case .map: MapScreen()
        case .search: SearchScreen()
        case .tracks: TracksScreen()
        case .settings: SettingsScreen()
        }
    }
}

/// A screen above it.
struct ScreenView: View {
    let screen: Screen

    var body: some View {
        switch screen {
        case .route(let bundle, let route): RouteScreen(bundle: bundle, route: route)
        case .stop(let bundle, let route, let stop): StopScreen(bundle: bundle, route: route, stop: stop)
        case .place(let bundle, let place): PlaceScreen(bundle: bundle, place: place)
        case .track(let recording): TrackScreen(recording: recording)
        case .bundles: BundlesScreen()
        case .backup: BackupScreen()
        case .licences: LicencesScreen()
        case .emergency: EmergencyScreen()
        }
    }
}
