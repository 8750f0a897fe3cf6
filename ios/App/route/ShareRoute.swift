// Sharing a route as GPX: for which app, all of it or one stage.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// What to share, and for which app.
struct ShareRoute: View {
    @Bindable var sharing: RouteSharing
    @Environment(\.say) private var say

    var body: some View {
        ShareForm(file: sharing.file, title: sharing.title, wishes: sharing.wishes) {
            ProfilePicker(profile: $sharing.choice.profile)
            Picker(say(.shareWhat), selection: $sharing.choice.stage) {
                Text(say(.wholeRoute)).tag(String?.none)
                ForEach(sharing.route.stages, id: \.id) { Text($0.name).tag(Optional($0.id)) }
            }
            .pickerStyle(.inline)
        }
        .task(id: sharing.choice) { await sharing.write() }
    }
}
