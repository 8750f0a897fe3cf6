// Sharing a route as GPX: for which app, all of it or one stage.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// What to share, and for which app.
struct ShareRoute: View {
    @Bindable var sharing: RouteSharing
    @Environment(\.say) private var say
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        NavigationStack {
            Form {
                ProfilePicker(profile: $sharing.choice.profile)
                Picker(say(.shareWhat), selection: $sharing.choice.stage) {
                    Text(say(.wholeRoute)).tag(String?.none)
                    ForEach(sharing.route.stages, id: \.id) { Text($0.name).tag(Optional($0.id)) }
                }
                .pickerStyle(.inline)
            }
            .safeAreaInset(edge: .bottom) {
                share
                    .buttonStyle(.borderedProminent)
                    .padding(.horizontal)
                    .padding(.vertical, 8)
                    .background(.bar)
            }
            .trouble(of: sharing.wishes)
            .navigationTitle(say(.shareGpx))
            .navigationBarTitleDisplayMode(.inline)
            .toolbar {
                ToolbarItem(placement: .cancellationAction) { Button(say(.close)) { dismiss() } }
            }
        }
        .presentationDetents([.medium, .large])
        .task(id: sharing.choice) { await sharing.write() }
    }

    @ViewBuilder private var share: some View {
        if let file = sharing.file {
            ShareLink(item: file, subject: Text(sharing.title), preview: SharePreview(sharing.title)) { shareLabel }
        } else {
            Button(action: {}, label: { shareLabel }).disabled(true)
        }
    }

    private var shareLabel: some View {
        Label(say(.share), systemImage: "square.and.arrow.up").frame(maxWidth: .infinity, minHeight: 40)
    }
}
