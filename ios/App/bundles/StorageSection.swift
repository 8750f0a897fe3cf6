// What room everything takes, and how to get some of it back.
import RouteGuideKit
import SwiftUI

/// The room that everything takes; a section of a list.
struct StorageSection: View {
    let shown: BundlesShown
    let model: BundlesModel
    @Environment(\.say) private var say
    @State private var isAskingToFree = false
    @State private var isAskingToDelete = false

    var body: some View {
        Section(say(.bundlesStorage)) {
            ForEach(shown.rooms) { LabeledContent(say($0.label), value: say.size($0.bytes)) }
            if let toFree = shown.toFree(say) {
                if let question = shown.freeing {
                    Button(toFree) { isAskingToFree = true }
                        .asking(question, $isAskingToFree) { await model.free() }
                } else {
                    Button(toFree) { Task { await model.free() } }
                }
            }
            if shown.hasDamaged {
                Button(say(.bundlesRemoveDamaged), role: .destructive) { isAskingToDelete = true }
                    .asking(.bundlesRemoveDamagedText, $isAskingToDelete) { await model.removeDamaged() }
            }
        }
    }
}

extension View {
    /// Asks before something is deleted for good.
    fileprivate func asking(
        _ question: Phrase, _ isAsking: Binding<Bool>, _ delete: @escaping () async -> Void
    ) -> some View {
        modifier(AskingToDelete(question: question, isAsking: isAsking, delete: delete))
    }
}

private struct AskingToDelete: ViewModifier {
    let question: Phrase
    @Binding var isAsking: Bool
    let delete: () async -> Void
    @Environment(\.say) private var say

    func body(content: Content) -> some View {
        content.confirmationDialog(say(question), isPresented: $isAsking, titleVisibility: .visible) {
            Button(say(.delete), role: .destructive) { Task { await delete() } }
            Button(say(.leave), role: .cancel) {}
        }
    }
}
