// One of the traveller's own tracks in a list.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A track: what it is called, when it was, how long.
struct TrackRow: View {
    let track: Recording
    @Environment(\.say) private var say

    var body: some View {
        NavigationLink(value: Screen.track(track.number)) {
            Label {
                VStack(alignment: .leading) {
                    Text(track.title(say))
                    Text(track.told(say)).font(.subheadline).foregroundStyle(.secondary)
                }
            } icon: {
                Image(systemName: "point.topleft.down.to.point.bottomright.curvepath")
            }
            .frame(maxWidth: .infinity, minHeight: 44, alignment: .leading)
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
    }
}
