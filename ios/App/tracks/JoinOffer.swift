// The offer to make one track of several that came in one file and go on in one another.
import RouteGuideKit
import SwiftUI

/// Offers it, two rows of a list; the text says of which tracks, and what they would be called as one.
struct JoinOffer: View {
    let text: Phrase
    let join: @MainActor @Sendable () -> Void
    @Environment(\.say) private var say

    var body: some View {
        Text(say(text))
        Button(say(.tracksJoin), systemImage: "link", action: join)
    }
}
