// Screens of the app in front of the guide: a stop on the way, help in an emergency, and where these lead. The ride goes on
// behind them, and comes to light again when they are put away.
import RouteGuideKit
import SwiftUI

private struct InFront: ViewModifier {
    @Bindable var navigator: Navigator

    func body(content: Content) -> some View {
        content.sheet(isPresented: $navigator.showsInFront) { FrontScreens(navigator: navigator) }
    }
}

private struct FrontScreens: View {
    @Bindable var navigator: Navigator
    // Kept while the sheet goes away, when there is none any more.
    @State private var first: Screen?
    @Environment(\.say) private var say

    var body: some View {
        NavigationStack(path: $navigator.aboveFirstInFront) {
            Group {
                if let first { ScreenView(screen: first).id(first) }
            }
            .navigationDestination(for: Screen.self) { ScreenView(screen: $0).id($0) }
            .toolbar {
                ToolbarItem(placement: .cancellationAction) {
                    Button(say(.close), systemImage: "xmark") { navigator.showsInFront = false }
                }
            }
        }
        .onChange(of: navigator.inFront.first, initial: true) { _, now in first = now ?? first }
        .settingOut(in: .inFront)
    }
}

extension View {
    /// Shows what the traveller looks at in front of the guide.
    func inFront(of navigator: Navigator) -> some View { modifier(InFront(navigator: navigator)) }
}
