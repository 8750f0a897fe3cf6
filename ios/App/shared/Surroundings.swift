// What every part of a screen may ask for without having it handed down: the parts of the app, the traveller's words.
import RouteGuide
import RouteGuideKit
import SwiftUI

private struct PartsKey: EnvironmentKey {
    static let defaultValue: Parts? = nil
}

private struct SayKey: EnvironmentKey {
    static let defaultValue: Wording? = nil
}

extension EnvironmentValues {
    /// The parts of the app.
    var parts: Parts {
        get {
            guard let parts = self[PartsKey.self] else { fatalError("no screen is shown without the app's parts") }
            return parts
        }
        set { self[PartsKey.self] = newValue }
    }

    /// The traveller's words.
    var say: Wording {
        get {
            guard let say = self[SayKey.self] else { fatalError("no screen is shown before the library is open") }
            return say
        }
        set { self[SayKey.self] = newValue }
    }
}

extension ColorScheme {
    /// How maps and covers are drawn.
    var mapTheme: MapTheme { self == .dark ? .dark : .light }
}
