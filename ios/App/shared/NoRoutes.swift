// There is no bundle on the phone.
import RouteGuideKit
import SwiftUI

/// Says so, and leads to where one is added.
struct NoRoutes: View {
    @Environment(\.say) private var say

    var body: some View {
        VStack(spacing: 16) {
            Text(say(.noRoutes)).multilineTextAlignment(.center)
            NavigationLink(say(.bundles), value: Screen.bundles).buttonStyle(.borderedProminent).controlSize(.large)
        }
        .padding(24)
    }
}
