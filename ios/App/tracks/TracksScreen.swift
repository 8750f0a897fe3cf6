// The list of the traveller's own tracks, below them the bin; new ones come in from files.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The tracks.
struct TracksScreen: View {
    @Environment(\.say) private var say
    @State private var model: TracksModel?
    @State private var isChoosing = false

    var body: some View {
        Modelled($model, TracksModel.init) { model in
            Showing(model.shown) { TracksList(shown: $0, model: model) }
                .trouble(of: model.wishes)
        }
        .navigationTitle(say(.tracks))
        .toolbar {
            ToolbarItem(placement: .primaryAction) {
                Button(say(.tracksImport), systemImage: "plus") { isChoosing = true }
            }
        }
        .choosingFiles($isChoosing)
    }
}

private struct TracksList: View {
    let shown: TracksShown
    let model: TracksModel
    @State private var wished: TrackWish?

    var body: some View {
        List {
            if shown.kept.isEmpty { NoTracks() }
            ForEach(shown.kept, id: \.key) { TrackEntry(track: $0, shown: shown, model: model, wished: $wished) }
            if !shown.binned.isEmpty { Bin(shown: shown, model: model, wished: $wished) }
        }
        .doing($wished, model.changes)
    }
}

private struct NoTracks: View {
    @Environment(\.say) private var say

    var body: some View {
        VStack(spacing: 16) {
            Image(systemName: "point.topleft.down.to.point.bottomright.curvepath")
                .font(.largeTitle)
                .foregroundStyle(.tint)
                .accessibilityHidden(true)
            Text(say(.tracksNone)).multilineTextAlignment(.center)
        }
        .padding(.vertical, 24)
        .frame(maxWidth: .infinity)
        .listRowBackground(Color.clear)
    }
}

private struct TrackEntry: View {
    let track: Recording
    let shown: TracksShown
    let model: TracksModel
    @Binding var wished: TrackWish?
    @Environment(\.parts) private var parts

    var body: some View {
        let actions = shown.actions(of: track)
        entry
            .swipeActions { button(.delete, among: actions) }
            .swipeActions(edge: .leading) { button(.share, among: actions) }
            .contextMenu {
                ForEach(actions, id: \.self) { TrackButton(wish: TrackWish(action: $0, track: track), wished: $wished) }
            }
    }

    @ViewBuilder private var entry: some View {
        let card = TrackCard(track: track, state: shown.state(of: track), model: model)
        if track.number == shown.underway {
            Button(action: parts.navigator.openGuide) { card }.buttonStyle(.plain)
        } else {
            NavigationLink(value: Screen.track(track.number)) { card }
        }
    }

    @ViewBuilder private func button(_ action: TrackAction, among actions: [TrackAction]) -> some View {
        if actions.contains(action) { TrackButton(wish: TrackWish(action: action, track: track), wished: $wished) }
    }
}

private struct Bin: View {
    let shown: TracksShown
    let model: TracksModel
    @Binding var wished: TrackWish?
    @Environment(\.say) private var say
    @State private var isAsking = false

    var body: some View {
        Section {
            ForEach(shown.binned, id: \.key) { track in
                VStack(alignment: .leading) {
                    Text(track.title(say))
                    Text(track.told(say)).font(.subheadline).foregroundStyle(.secondary)
                    takeBack(track).buttonStyle(.bordered).controlSize(.large).labelStyle(.titleOnly)
                }
                .swipeActions { takeBack(track).tint(.accentColor) }
            }
            Button(say(.tracksEmptyBin), role: .destructive) { isAsking = true }
                .confirmationDialog(say(.tracksEmptyBinTitle), isPresented: $isAsking, titleVisibility: .visible) {
                    Button(say(.tracksDeleteForGood), role: .destructive) { Task { await model.changes.emptyBin() } }
                    Button(say(.leave), role: .cancel) {}
                } message: {
                    Text(say(.tracksEmptyBinText(shown.binned.count)))
                }
        } header: {
            Text(say(.tracksBin))
        } footer: {
            Text(say(.tracksBinKeeps(shown.binDays)))
        }
    }

    private func takeBack(_ track: Recording) -> some View {
        TrackButton(wish: TrackWish(action: .takeBack, track: track), wished: $wished)
    }
}
