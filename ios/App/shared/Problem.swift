// Something went wrong: in the words of the core, with what the traveller can do about it.
import Accessibility
import RouteGuide
import RouteGuideKit
import SwiftUI
import UIKit

/// A problem in place of what was to be shown.
struct Problem: View {
    let said: Said
    var again: (() async -> Void)?

    @Environment(\.parts) private var parts

    var body: some View {
        ScrollView {
            VStack(spacing: 16) {
                Image(systemName: "exclamationmark.triangle").font(.largeTitle).foregroundStyle(.red)
                    .accessibilityHidden(true)
                Text(said.text).font(.headline).multilineTextAlignment(.center)
                if let again {
                    Button(parts.say(.tryAgain)) { Task { await again() } }.buttonStyle(.borderedProminent)
                }
                CopyButton(text: said.report, name: parts.say(.copyReport), done: parts.say(.reportCopied))
            }
            .controlSize(.large)
            .padding(24)
            .frame(maxWidth: .infinity)
        }
        .onAppear { AccessibilityNotification.Announcement(said.text).post() }
    }
}

/// Says at the bottom of a screen what went wrong with a wish, until the traveller takes it away.
struct TroubleSaid: ViewModifier {
    let wishes: Wishes

    func body(content: Content) -> some View {
        content.safeAreaInset(edge: .bottom) {
            if let trouble = wishes.trouble {
                HStack {
                    Text(trouble.text).frame(maxWidth: .infinity, alignment: .leading)
                    CloseButton { wishes.seen() }
                }
                .padding()
                .background(.regularMaterial, in: RoundedRectangle(cornerRadius: 12))
                .padding(.horizontal)
                .onAppear { AccessibilityNotification.Announcement(trouble.text).post() }
            }
        }
    }
}

extension View {
    /// Says what went wrong with a wish.
    func trouble(of wishes: Wishes) -> some View { modifier(TroubleSaid(wishes: wishes)) }
}
