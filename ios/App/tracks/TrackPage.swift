// What a track came to, in measures, and what was reached on it.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// All that is known of a track.
struct TrackPage: View {
    let track: TrackShown
    let model: TrackModel
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        let recording = track.recording
        List {
            Section {
                Text(say.moment(recording.startedMs)).font(.headline)
                ForEach(recording.warnings, id: \.self) { Label(say($0), systemImage: "exclamationmark.circle") }
                ForEach(recording.measures(say)) { LabeledContent(say($0.label), value: $0.text) }
                if let bridged = recording.bridged(say) { Text(bridged) }
            }
            if let name = track.joinable {
                Section {
                    JoinOffer(text: .tracksJoinable(name)) {
                        Task { if let joined = await model.join() { parts.navigator.open(.track(joined)) } }
                    }
                }
            }
            if !recording.followedLines.isEmpty {
                Section(say(.tracksFollowed)) { TrackLines(lines: recording.followedLines) }
            }
            if !track.milestones.isEmpty {
                Section(say(.tracksReached)) { TrackLines(lines: track.milestones.map { $0.line(say) }) }
            }
        }
    }
}

private struct TrackLines: View {
    let lines: [TrackLine]

    var body: some View {
        ForEach(lines.indices, id: \.self) { index in
            if let screen = lines[index].leadsTo {
                NavigationLink(value: screen) { TrackLineLabel(line: lines[index]) }
            } else {
                TrackLineLabel(line: lines[index])
            }
        }
    }
}

private struct TrackLineLabel: View {
    let line: TrackLine

    var body: some View {
        Label {
            VStack(alignment: .leading) {
                Text(line.text)
                if let detail = line.detail { Text(detail).font(.subheadline).foregroundStyle(.secondary) }
            }
        } icon: {
            Image(systemName: line.kind.icon)
        }
    }
}

extension TrackLine.Kind {
    fileprivate var icon: String {
        switch self {
        case .route: "signpost.right"
        case .stage: "flag"
        case .visited: "checkmark"
        case .seen: "binoculars"
        case .skipped: "forward.end"
        }
    }
}
