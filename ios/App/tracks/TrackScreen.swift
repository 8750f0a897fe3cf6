// One of the traveller's own tracks: where it went, what it came to, what was reached on it; and what can be done with it.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A track's screen.
struct TrackScreen: View {
    let recording: UInt32
    @Environment(\.say) private var say
    @State private var model: TrackModel?
    @State private var wished: TrackWish?

    var body: some View {
        Modelled($model, { TrackModel($0, recording) }) { model in
            Showing(model.shown) { track in
                MapBeside {
                    TrackMap(track: track, model: model)
                } page: {
                    TrackPage(track: track, model: model)
                        .safeAreaInset(edge: .bottom) { TrackBar(track: track, wished: $wished) }
                }
                .toolbar {
                    ToolbarItemGroup(placement: .topBarTrailing) { TrackMenu(track: track, wished: $wished) }
                }
            }
            .doing($wished, model.changes)
            .trouble(of: model.wishes)
        }
        .navigationTitle(model?.shown.answer?.value?.recording.title(say) ?? say(.tracksTrack))
        .navigationBarTitleDisplayMode(.inline)
    }
}

private struct TrackMap: View {
    let track: TrackShown
    let model: TrackModel
    @Environment(\.parts) private var parts
    @Environment(\.colorScheme) private var scheme
    @State private var sketch: Sketch?

    var body: some View {
        if let bounds = track.bounds {
            if let subject = track.subject {
                BundleMap(subject: subject, camera: .whole(bounds), live: [.track: track.layer]) { tapped in
                    parts.navigator.open(tapped.screen(in: subject.bundle))
                }
            } else {
                Cover(sketch: sketch)
                    .task(id: scheme) { sketch = await model.sketch(track.recording, scheme.mapTheme) }
            }
        }
    }
}

/// What the screen is for, within a thumb's reach.
private struct TrackBar: View {
    let track: TrackShown
    @Binding var wished: TrackWish?

    var body: some View {
        // Long words want a line for each.
        ViewThatFits(in: .horizontal) {
            HStack(spacing: 12) { buttons }
            VStack(spacing: 8) { buttons }
        }
        .controlSize(.large)
        .frame(maxWidth: .infinity)
        .padding(.horizontal)
        .padding(.vertical, 8)
        .background(.bar)
        // Larger ones would cover the page above.
        .dynamicTypeSize(...DynamicTypeSize.accessibility1)
    }

    @ViewBuilder private var buttons: some View {
        ForEach(track.actions.filter(\.isMain), id: \.self) { action in
            let button = TrackButton(wish: TrackWish(action: action, track: track.recording), wished: $wished)
            if action == track.actions.first {
                button.buttonStyle(.borderedProminent)
            } else {
                button.buttonStyle(.bordered)
            }
        }
    }
}

private struct TrackMenu: View {
    let track: TrackShown
    @Binding var wished: TrackWish?
    @Environment(\.say) private var say

    var body: some View {
        let others = track.actions.filter { !$0.isMain }
        if others.contains(.share) { button(.share) }
        Menu(say(.tracksMore), systemImage: "ellipsis.circle") {
            ForEach(others.filter { $0 != .share }, id: \.self) { button($0) }
        }
    }

    private func button(_ action: TrackAction) -> some View {
        TrackButton(wish: TrackWish(action: action, track: track.recording), wished: $wished)
    }
}
