// The line that leads back to the guide from anywhere in the app.
import RouteGuideKit
import SwiftUI

/// The line above the tabs; nothing while nobody is under way.
struct UnderwayLine: View {
    @State private var model: UnderwayModel?
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        VStack(spacing: 0) {
            if let model, let said = model.said(say) { line(said, model) }
        }
        .task {
            let model = model ?? UnderwayModel(parts)
            self.model = model
            await model.interrupted.follow()
        }
    }

    private func line(_ said: UnderwaySaid, _ model: UnderwayModel) -> some View {
        Button {
            model.open()
        } label: {
            HStack(spacing: 16) {
                Image(systemName: "location.north.circle.fill").font(.title2).accessibilityHidden(true)
                VStack(alignment: .leading) {
                    Text(said.title).font(.headline).lineLimit(1)
                    Text(said.detail).font(.subheadline)
                }
                .frame(maxWidth: .infinity, alignment: .leading)
            }
            .padding(.horizontal)
            .padding(.vertical, 8)
            .frame(minHeight: 56)
            .foregroundStyle(Color(uiColor: .systemBackground))
            // Not below the bar of tabs, which lets it shine through.
            .background(Color.primary, ignoresSafeAreaEdges: [])
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
    }
}

extension View {
    /// Has the line below a screen. Below the stack of screens, no screen would keep clear of it.
    func underwayLine() -> some View { safeAreaInset(edge: .bottom, spacing: 0) { UnderwayLine() } }
}
