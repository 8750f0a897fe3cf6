// How a route rises and falls, drawn; and in words for those who do not see it.
import RouteGuideKit
import SwiftUI

/// A profile.
struct ElevationDrawing: View {
    let profile: ElevationProfile
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Canvas { context, size in
                let line = path(in: size)
                var ground = line
                ground.addLine(to: CGPoint(x: size.width, y: size.height))
                ground.addLine(to: CGPoint(x: 0, y: size.height))
                ground.closeSubpath()
                context.fill(ground, with: .color(.accentColor.opacity(0.25)))
                context.stroke(line, with: .color(.accentColor), style: StrokeStyle(lineWidth: 2, lineJoin: .round))
            }
            .frame(height: 96)
            .accessibilityHidden(true)
            Label(profile.told(say), systemImage: "mountain.2")
        }
    }

    private func path(in size: CGSize) -> Path {
        let step = size.width / Double(profile.shares.count - 1)
        return Path { path in
            path.addLines(
                profile.shares.enumerated().map { number, share in
                    CGPoint(x: Double(number) * step, y: size.height * (1 - share))
                })
        }
    }
}
