// What the traveller takes along to another app by hand.
import Accessibility
import SwiftUI
import UIKit

/// Copies a text, and has it said that it was: whoever does not see the screen is to know it too.
@MainActor
func copy(_ text: String, saying done: String) {
    UIPasteboard.general.string = text
    UINotificationFeedbackGenerator().notificationOccurred(.success)
    AccessibilityNotification.Announcement(done).post()
}
