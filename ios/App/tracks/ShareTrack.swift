// Sharing a track as GPX: for which app.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// For which app a track is shared.
struct ShareTrack: View {
    @Bindable var sharing: TrackSharing

    var body: some View {
        ShareForm(file: sharing.file, title: sharing.title, wishes: sharing.wishes) {
            ProfilePicker(profile: $sharing.profile)
        }
        .task(id: sharing.profile) { await sharing.write() }
    }
}
