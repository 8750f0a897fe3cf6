// Help: the number to call, large, and where the traveller is, to be read aloud.
//
// Everything here must do something without a network, without a position, and without leave to know it.
import RouteGuideKit
import SwiftUI

/// The emergency screen.
struct EmergencyScreen: View {
    @Environment(\.say) private var say
    @State private var model: EmergencyModel?

    var body: some View {
        Modelled($model, EmergencyModel.init) { EmergencyPage(model: $0) }
            .navigationTitle(say(.emergencyTitle))
            .navigationBarTitleDisplayMode(.inline)
    }
}

private struct EmergencyPage: View {
    let model: EmergencyModel
    @Environment(\.horizontalSizeClass) private var horizontal
    @Environment(\.verticalSizeClass) private var vertical
    @Environment(\.dynamicTypeSize) private var letters

    var body: some View {
        parts
            // Who opens this screen asks to be found: no further question where it is allowed already.
            .looking(while: true)
            .task(id: model.sought) { await model.look() }
            .explained(model.asking, why: .emergencyWhy)
    }

    @ViewBuilder private var parts: some View {
        if horizontal == .regular || vertical == .compact {
            HStack(alignment: .top, spacing: 24) {
                Part {
                    Calls(model: model)
                    Advice()
                }
                Part { PlaceTold(model: model) }
            }
        } else if letters.isAccessibilitySize {
            // A bar of the largest letters would leave no room above it.
            Part {
                Calls(model: model)
                PlaceTold(model: model)
                Advice()
            }
        } else {
            Part {
                PlaceTold(model: model)
                Advice()
            }
            .safeAreaInset(edge: .bottom) {
                Calls(model: model).padding().background(.bar)
            }
        }
    }
}

private struct Part<Content: View>: View {
    @ViewBuilder let content: () -> Content

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 16) { content() }
                .frame(maxWidth: .infinity, alignment: .leading)
                .padding()
        }
    }
}

private struct Advice: View {
    @Environment(\.say) private var say

    var body: some View {
        Text(say(.emergencyAdvice)).foregroundStyle(.secondary)
    }
}
