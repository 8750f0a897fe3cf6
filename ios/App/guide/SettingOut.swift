// What stands in the way of setting out, asked above the screen that the wish came from.
import RouteGuideKit
import SwiftUI

/// Asks, as long as there is something to ask.
struct SettingOut: ViewModifier {
    /// What lies in front of everything asks: nothing could be asked behind it.
    let layer: Layer
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL

    func body(content: Content) -> some View {
        content.alert(say(hurdle?.title ?? .guide), isPresented: isAsking, presenting: hurdle) { hurdle in
            if let agree = hurdle.agree {
                Button(say(agree)) { agreed(hurdle) }
            }
            if let goOn = hurdle.goOn {
                Button(say(goOn)) { answered { await parts.settingOut.overcome(hurdle) } }
            }
            Button(say(hurdle.giveUp), role: .cancel) { parts.settingOut.giveUp() }
        } message: { hurdle in
            Text(hurdle.text(say))
        }
    }

    private var hurdle: Hurdle? {
        parts.navigator.foremost == layer ? parts.settingOut.hurdle : nil
    }

    // Put away by its buttons only, each of which says what comes of it.
    private var isAsking: Binding<Bool> {
        let isThere = hurdle != nil
        return Binding(get: { isThere }, set: { _ in })
    }

    private func agreed(_ hurdle: Hurdle) {
        answered { await parts.settingOut.agree(hurdle) }
        if hurdle.leadsToSettings { openURL(.settingsOfThisApp) }
    }

    private func answered(_ then: @escaping @MainActor () async -> Void) {
        parts.settingOut.putAway()
        Task { await then() }
    }
}

extension View {
    /// Asks here what stands in the way of setting out.
    func settingOut(in layer: Layer) -> some View { modifier(SettingOut(layer: layer)) }
}
