// How one travels, as symbols in a row.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The symbols of means of travel.
struct Modes: View {
    let modes: [TravelMode]
    @Environment(\.say) private var say

    var body: some View {
        HStack(spacing: 4) {
            ForEach(modes, id: \.self) { mode in
                Image(systemName: mode.icon).accessibilityLabel(say.words.mode(mode: mode))
            }
        }
        .foregroundStyle(.secondary)
    }
}
