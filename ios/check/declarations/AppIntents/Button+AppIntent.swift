// Mirrors buttons that carry an intent, as Live Activities and widgets have them.
import SwiftUI

extension Button {
    nonisolated public init<I: AppIntent>(
        role: ButtonRole? = nil, intent: I, @ViewBuilder label: () -> Label
    ) { fatalError() }
}

extension Button where Label == Text {
    nonisolated public init<I: AppIntent>(_ titleKey: LocalizedStringKey, role: ButtonRole? = nil, intent: I) {
        fatalError()
    }
    @_disfavoredOverload
    nonisolated public init<S: StringProtocol, I: AppIntent>(_ title: S, role: ButtonRole? = nil, intent: I) {
        fatalError()
    }
}
