// What can be done with a track, as buttons, and what is asked before it is done. The same in the list and on its screen.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// What the traveller wants done with a track.
struct TrackWish: Equatable {
    let action: TrackAction
    let track: Recording
}

/// A button for something that can be done with a track.
struct TrackButton: View {
    let wish: TrackWish
    @Binding var wished: TrackWish?
    @Environment(\.say) private var say

    var body: some View {
        let role: ButtonRole? = wish.action == .delete ? .destructive : nil
        Button(say(wish.action.name), systemImage: wish.action.icon, role: role) { wished = wish }
    }
}

extension View {
    /// Does with tracks what is wished, and asks before it where something is to be asked.
    func doing(_ wished: Binding<TrackWish?>, _ changes: TrackChanges) -> some View {
        modifier(TrackDoing(wished: wished, changes: changes))
    }
}

private struct TrackDoing: ViewModifier {
    @Binding var wished: TrackWish?
    let changes: TrackChanges
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say
    @State private var sharing: TrackSharing?
    @State private var renamed: Recording?
    @State private var isRenaming = false
    @State private var name = ""

    func body(content: Content) -> some View {
        content
            .onChange(of: wished) { _, wish in
                if let wish { act(wish.action, wish.track) }
                wished = nil
            }
            .sheet(item: $sharing) { ShareTrack(sharing: $0) }
            .alert(say(.tracksRename), isPresented: $isRenaming, presenting: renamed) { track in
                TextField(say(.tracksName), text: $name)
                Button(say(.cancel), role: .cancel) {}
                Button(say(.save)) { Task { await changes.rename(track.number, name) } }
            }
    }

    private func act(_ action: TrackAction, _ track: Recording) {
        switch action {
        case .toGuide: parts.navigator.openGuide()
        case .follow, .followReversed:
            let way = Way.track(recording: track.number)
            Task { await parts.settingOut.setOut(way, reversed: action == .followReversed, departure: .continue) }
        case .takeBack: Task { await changes.takeBack(track.number) }
        case .share: sharing = TrackSharing(parts, track, say)
        case .rename: (renamed, name, isRenaming) = (track, track.name ?? "", true)
        case .delete: Task { await changes.delete(track.number) }
        }
    }
}

extension TrackAction {
    var icon: String {
        switch self {
        case .toGuide: "location.north.line"
        case .follow: "play.fill"
        case .followReversed: "arrow.uturn.backward"
        case .takeBack: "arrow.uturn.left"
        case .share: "square.and.arrow.up"
        case .rename: "pencil"
        case .delete: "trash"
        }
    }
}
