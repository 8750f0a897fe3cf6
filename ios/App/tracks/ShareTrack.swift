// Sharing a track as GPX: for which app.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// For which app a track is shared.
struct ShareTrack: View {
    @Bindable var sharing: TrackSharing
    @Environment(\.say) private var say
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        NavigationStack {
            Form { ProfilePicker(profile: $sharing.profile) }
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
        .task(id: sharing.profile) { await sharing.write() }
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
