// A track in the list: its small map, what it is called, when it was, how far; and that it is under way, if it is.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A track in the list.
struct TrackCard: View {
    let track: Recording

    /// What is told of it while it is under way.
    let state: Phrase?
    let model: TracksModel
    @Environment(\.say) private var say
    @Environment(\.colorScheme) private var scheme
    @Environment(\.dynamicTypeSize) private var typeSize
    @State private var sketch: Sketch?

    var body: some View {
        // Beside large letters there is no room.
        let layout =
            typeSize.isAccessibilitySize
            ? AnyLayout(VStackLayout(alignment: .leading, spacing: 8)) : AnyLayout(HStackLayout(spacing: 12))
        layout {
            Cover(sketch: sketch, width: SketchBox.width, height: SketchBox.height)
                .frame(width: SketchBox.width)
                .clipShape(RoundedRectangle(cornerRadius: 8))
            VStack(alignment: .leading) {
                if let state { Text(say(state)).font(.subheadline.bold()).foregroundStyle(.tint) }
                Text(track.title(say)).font(.headline)
                Text(track.told(say)).font(.subheadline).foregroundStyle(.secondary)
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
        .accessibilityElement(children: .combine)
        .task(id: Drawn(key: track.key, fixes: track.tally.fixes, theme: scheme.mapTheme)) {
            sketch = await model.sketch(track, scheme.mapTheme)
        }
    }
}

private struct Drawn: Hashable {
    let key: String
    let fixes: UInt64
    let theme: MapTheme
}
