// What is around every screen: the app's colours and language, a library that is being opened or cannot be.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The app in its window.
struct RootView: View {
    let parts: Parts
    @SceneStorage("place") private var place: Data?

    var body: some View {
        ZStack {
            if case .failed(let said) = parts.home.opening {
                Problem(said: said) { await parts.home.open() }
            } else if let say = parts.home.say {
                TabsView(navigator: parts.navigator)
                    .environment(\.say, say)
                    .environment(\.locale, say.locale)
            } else {
                Color.clear
            }
        }
        .tint(.accentColor)
        .preferredColorScheme(scheme)
        .onAppear { parts.navigator.restore(place) }
        // Also what the app is started with, before there is a tab to show it in.
        .onOpenURL { address in parts.arrivals.open(address) { LentFile($0) } }
        .onChange(of: parts.navigator.kept) { _, kept in place = kept }
    }

    private var scheme: ColorScheme? {
        switch parts.home.settings?.theme {
        case .light: .light
        case .dark: .dark
        default: nil
        }
    }
}
