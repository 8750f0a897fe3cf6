// The cross that takes something away, large enough for a thumb.
import RouteGuideKit
import SwiftUI

/// Takes something away.
struct CloseButton: View {
    var name = Phrase.close
    let action: @MainActor () -> Void
    @Environment(\.say) private var say

    var body: some View {
        Button(action: action) {
            Label(say(name), systemImage: "xmark")
                .labelStyle(.iconOnly)
                .frame(minWidth: 44, minHeight: 44)
                .contentShape(Rectangle())
        }
    }
}
