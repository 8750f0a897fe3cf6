// Tells the traveller why a screen wants to know where they are, before the phone asks them.
import RouteGuideKit
import SwiftUI

private struct Explained: ViewModifier {
    @Bindable var asking: Asking
    let why: Phrase
    @Environment(\.say) private var say

    func body(content: Content) -> some View {
        content.alert(say(.locationTitle), isPresented: $asking.isExplained) {
            // The only way on is the phone's own question, as Apple wants it: that one can be answered with no.
            Button(say(.goFurther)) { Task { await asking.goOn() } }
        } message: {
            Text(say(why))
        }
    }
}

extension View {
    /// Tells why, when the traveller wants to see where they are for the first time.
    func explained(_ asking: Asking, why: Phrase) -> some View { modifier(Explained(asking: asking, why: why)) }
}
