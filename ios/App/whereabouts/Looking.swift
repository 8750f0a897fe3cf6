// A screen that shows where the traveller is: it is found out only as long as the screen is looked at.
import RouteGuideKit
import SwiftUI

private struct Looking: ViewModifier {
    let isWanted: Bool
    @Environment(\.parts) private var parts
    @Environment(\.scenePhase) private var phase

    func body(content: Content) -> some View {
        content.task(id: isLooked) {
            if isLooked { await parts.whereabouts.look() }
        }
    }

    // Not while something of the phone's own lies above the app for a moment: that would lose the place.
    private var isLooked: Bool { isWanted && phase != .background }
}

extension View {
    /// Finds out where the traveller is as long as this is looked at, and wanted.
    func looking(while isWanted: Bool) -> some View { modifier(Looking(isWanted: isWanted)) }
}
