// The guide's screen without a ride: one that was interrupted can go on or end; without any there is a way back.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The guide while nobody is guided.
struct NotUnderway: View {
    let model: GuideModel
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        NavigationStack {
            Showing(model.interrupted) { left in
                ScrollView {
                    VStack(spacing: 16) {
                        Image(systemName: "location.north.circle").font(.system(size: 48)).foregroundStyle(.tint)
                            .accessibilityHidden(true)
                        if let left { Interrupted(left: left, model: model) } else { nothing }
                    }
                    .multilineTextAlignment(.center)
                    .padding(24)
                    .frame(maxWidth: .infinity)
                }
            }
            .navigationTitle(say(.guide))
            .navigationBarTitleDisplayMode(.inline)
            .toolbar { ToolbarItem(placement: .cancellationAction) { CloseGuide() } }
        }
    }

    @ViewBuilder private var nothing: some View {
        Text(say(.guideNothing)).font(.headline)
        Button(say(.routes)) { parts.navigator.choose(.routes) }
            .buttonStyle(.borderedProminent)
            .controlSize(.large)
    }
}

private struct Interrupted: View {
    let left: Underway
    let model: GuideModel
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        PageTitle(left.name)
        Text(say(.guideInterrupted))
        if let unended = model.unended {
            Label(unended.text, systemImage: "exclamationmark.triangle").font(.headline)
        }
        Button {
            Task { await parts.settingOut.goOn() }
        } label: {
            Label(say(.resume), systemImage: "play.fill").frame(maxWidth: .infinity, minHeight: 44)
        }
        .buttonStyle(.borderedProminent)
        Button {
            Task { await model.stop() }
        } label: {
            Label(say(.stop), systemImage: "stop.fill").frame(maxWidth: .infinity, minHeight: 44)
        }
        .buttonStyle(.bordered)
    }
}
