// For which apps a GPX file is written: asked of routes and of the traveller's own tracks alike.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The kinds of GPX there are, one of them chosen.
struct ProfilePicker: View {
    @Binding var profile: GpxProfile
    @Environment(\.say) private var say

    var body: some View {
        Picker(say(.shareFor), selection: $profile) {
            ForEach(GpxProfile.allCases, id: \.self) { Text($0.name(say)) }
        }
        .pickerStyle(.inline)
    }
}
