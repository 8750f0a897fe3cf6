// The app's process: makes the parts that live as long as it does, once, and tells them what the phone tells it.
import RouteGuideKit
import SwiftUI

@main
struct KlaipedosRegionasApp: App {
    @State private var parts = Parts.ofThisPhone()
    @Environment(\.scenePhase) private var phase

    var body: some Scene {
        WindowGroup {
            RootView(parts: parts)
                .environment(\.parts, parts)
                .task { await parts.begin() }
        }
        .onChange(of: phase) { _, phase in
            if phase == .active { Task { await parts.home.listen() } }
        }
    }
}
