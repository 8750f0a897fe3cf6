// Why the traveller's place is not shown, or not exactly, and what they can do about it; nothing while all is well.
import Accessibility
import RouteGuideKit
import SwiftUI

/// How the traveller's place stands, where it does not come.
struct ShortcomingLine: View {
    let whereabouts: Whereabouts
    @Environment(\.say) private var say

    var body: some View {
        if let shortcoming = whereabouts.here.shortcoming {
            VStack(alignment: .leading, spacing: 8) {
                Label(say(shortcoming.text), systemImage: shortcoming == .waiting ? "location" : "info.circle")
                if let wayOut = shortcoming.wayOut {
                    WayOutButton(wayOut: wayOut, whereabouts: whereabouts).buttonStyle(.bordered).controlSize(.large)
                }
            }
            .frame(maxWidth: .infinity, alignment: .leading)
            .onAppear { announce(shortcoming) }
            .onChange(of: shortcoming) { _, now in announce(now) }
        }
    }

    private func announce(_ shortcoming: Shortcoming) {
        AccessibilityNotification.Announcement(say(shortcoming.text)).post()
    }
}

private struct WayOutButton: View {
    let wayOut: WayOut
    let whereabouts: Whereabouts
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL

    var body: some View {
        switch wayOut {
        case .settings(let name):
            Button(say(name)) {
                openURL(.settingsOfThisApp)
            }
        case .askExactly(let name):
            Button(say(name)) { Task { await whereabouts.askExactly() } }
        }
    }
}
