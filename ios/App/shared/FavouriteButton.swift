// The star by which the traveller marks what they like.
import RouteGuideKit
import SwiftUI

/// The star.
struct FavouriteButton: View {
    let isFavourite: Bool
    let change: (Bool) async -> Void
    @Environment(\.say) private var say

    var body: some View {
        Button(say(.favourite), systemImage: isFavourite ? "star.fill" : "star") {
            Task { await change(!isFavourite) }
        }
        .accessibilityAddTraits(isFavourite ? [.isToggle, .isSelected] : .isToggle)
        .sensoryFeedback(.selection, trigger: isFavourite)
    }
}
