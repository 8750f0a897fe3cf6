// The button that hands a file to the phone's own sheet, which wants it before it opens: until it is there, nothing happens.
import SwiftUI

/// Shares a file, at the bottom of a form.
struct ShareButton: View {
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
