// What the traveller takes along to another app by hand. That it was copied is said: to the eye by the button itself, or by
// what stands beside it, and to those who do not see it.
import Accessibility
import SwiftUI
import UIKit

/// How long a button says that it has done what it was tapped for.
private let said = Duration.seconds(3)

/// Copies a text, and has it said that it was; nothing is said where the screen says it itself.
@MainActor
func copy(_ text: String, saying done: String? = nil) {
    UIPasteboard.general.string = text
    UINotificationFeedbackGenerator().notificationOccurred(.success)
    if let done { AccessibilityNotification.Announcement(done).post() }
}

/// A button that copies a text, and says so for a while.
struct CopyButton: View {
    let text: String
    let name: String
    let done: String
    @State private var isDone = false

    var body: some View {
        Button(isDone ? done : name, systemImage: isDone ? "checkmark" : "doc.on.doc") {
            copy(text, saying: done)
            isDone = true
        }
        .task(id: isDone) {
            guard isDone, (try? await Task.sleep(for: said)) != nil else { return }
            isDone = false
        }
    }
}
