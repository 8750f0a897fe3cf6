// What sets a stop apart from others on its route, as words on small plates.
import RouteGuideKit
import SwiftUI

/// Marks; nothing where there are none. Side by side where they have room.
struct StopMarksRow: View {
    let marks: [StopMark]

    var body: some View {
        if !marks.isEmpty {
            ViewThatFits {
                HStack(spacing: 8) { plates }
                VStack(alignment: .leading, spacing: 4) { plates }
            }
        }
    }

    private var plates: some View {
        ForEach(marks, id: \.self) { Plate(mark: $0) }
    }
}

private struct Plate: View {
    let mark: StopMark
    @Environment(\.say) private var say

    var body: some View {
        HStack(spacing: 4) {
            if mark.isVisit { Image(systemName: "checkmark").accessibilityHidden(true) }
            Text(mark.told(say))
        }
        .font(.footnote.weight(.medium))
        .padding(.horizontal, 8)
        .padding(.vertical, 2)
        .background(.tint.opacity(0.15), in: RoundedRectangle(cornerRadius: 8))
    }
}
