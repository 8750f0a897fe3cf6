// The app's process: makes the parts that live as long as it does, once, and has them begin.
import RouteGuideKit
import SwiftUI

@main
struct KlaipedosRegionasApp: App {
    @State private var parts: Parts

    init() {
        let parts = Parts.ofThisPhone()
        _parts = State(initialValue: parts)
        // Here and not with the first view: iOS also starts the app out of sight, to go on with a ride.
        Task { await parts.begin() }
    }

    var body: some Scene {
        WindowGroup {
            RootView(parts: parts).environment(\.parts, parts)
        }
    }
}
