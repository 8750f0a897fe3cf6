// A thing on the map in a list.
import RouteGuideKit
import SwiftUI

/// A thing on the map: what it is called, what it is, how far.
struct SpotRow: View {
    let spot: Spot
    @Environment(\.say) private var say

    var body: some View {
        NavigationLink(value: spot.screen) {
            Label {
                VStack(alignment: .leading) {
                    Text(spot.name)
                    Text(spot.told(say)).font(.subheadline).foregroundStyle(.secondary)
                }
            } icon: {
                Image(systemName: spot.thing.icon)
            }
        }
    }
}
