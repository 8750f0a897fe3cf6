// The tabs, each with its stack of screens; above them the line that leads back to the guide, over all the guide itself.
import RouteGuideKit
import SwiftUI

/// The app's tabs.
struct TabsView: View {
    @Bindable var navigator: Navigator
    @Environment(\.say) private var say

    var body: some View {
        TabView(selection: $navigator.chosen) {
            ForEach(ScreenTab.allCases, id: \.self) { tab in
                NavigationStack(path: $navigator[tab]) {
                    FirstScreen(tab: tab)
                        .underwayLine()
                        .navigationDestination(for: Screen.self) { screen in
                            // Put in the place of another, it is to begin anew.
                            ScreenView(screen: screen).id(screen).underwayLine()
                        }
                }
                .tabItem { Label(say(tab.name), systemImage: tab.icon) }
                .tag(tab)
            }
        }
        .fullScreenCover(isPresented: $navigator.showsGuide) { GuideScreen() }
        .modifier(HandedIn())
        .settingOut(in: .tabs)
    }
}

extension ScreenTab {
    fileprivate var name: Phrase {
        switch self {
        case .routes: .routes
        case .map: .map
        case .search: .search
        case .tracks: .tracksTab
        case .settings: .settings
        }
    }

    fileprivate var icon: String {
        switch self {
        case .routes: "signpost.right"
        case .map: "map"
        case .search: "magnifyingglass"
        case .tracks: "point.topleft.down.to.point.bottomright.curvepath"
        case .settings: "gearshape"
        }
    }
}
