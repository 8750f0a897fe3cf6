// What is asked before a file goes to other apps, and the button that hands it to the phone's own sheet, which wants it before
// it opens: until it is there, nothing happens.
import RouteGuideKit
import SwiftUI

/// The questions, and the button below them.
struct ShareForm<Questions: View>: View {
    let file: URL?
    let title: String
    let wishes: Wishes
    @ViewBuilder let questions: () -> Questions
    @Environment(\.say) private var say
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        NavigationStack {
            Form { questions() }
                .safeAreaInset(edge: .bottom) { ShareButton(file: file, title: title) }
                .trouble(of: wishes)
                .navigationTitle(say(.shareGpx))
                .navigationBarTitleDisplayMode(.inline)
                .toolbar {
                    ToolbarItem(placement: .cancellationAction) { Button(say(.close)) { dismiss() } }
                }
        }
        .presentationDetents([.medium, .large])
    }
}

private struct ShareButton: View {
    let file: URL?
    let title: String
    @Environment(\.say) private var say

    var body: some View {
        button
            .buttonStyle(.borderedProminent)
            .padding(.horizontal)
            .padding(.vertical, 8)
            .background(.bar)
    }

    @ViewBuilder private var button: some View {
        if let file {
            ShareLink(item: file, subject: Text(title), preview: SharePreview(title)) { label }
        } else {
            Button(action: {}, label: { label }).disabled(true)
        }
    }

    private var label: some View {
        Label(say(.share), systemImage: "square.and.arrow.up").frame(maxWidth: .infinity, minHeight: 40)
    }
}
