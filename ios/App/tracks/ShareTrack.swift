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
                .safeAreaInset(edge: .bottom) { ShareButton(file: sharing.file, title: sharing.title) }
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
}
