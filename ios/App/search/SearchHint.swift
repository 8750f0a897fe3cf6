// What stands below an empty search field: what can be looked for.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// What can be looked for.
struct SearchHint: View {
    @Environment(\.say) private var say

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 16) {
                Label(say(.searchHintRoutes), systemImage: "signpost.right")
                Label(say(.searchHintStops), systemImage: StopCategory.lighthouse.icon)
                Label(say(.searchHintPlaces), systemImage: PlaceKind.village.icon)
                Text(say(.searchAdvice)).font(.subheadline).foregroundStyle(.secondary)
            }
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding()
        }
        .scrollDismissesKeyboard(.immediately)
    }
}
