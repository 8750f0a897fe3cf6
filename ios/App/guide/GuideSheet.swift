// What the guide tells in front of itself: what was said, what helps when it falls silent. Screens of the app that lie there
// are InFront's.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// What is shown in front of the guide.
enum GuideSheet: Hashable, Identifiable {
    case cues
    case help

    var id: GuideSheet { self }
}

/// It.
struct GuideSheetView: View {
    let sheet: GuideSheet
    let ride: Ride
    @Environment(\.dismiss) private var dismiss
    @Environment(\.say) private var say

    var body: some View {
        NavigationStack {
            content
                .toolbar {
                    ToolbarItem(placement: .cancellationAction) {
                        Button(say(.close), systemImage: "xmark") { dismiss() }
                    }
                }
        }
    }

    @ViewBuilder private var content: some View {
        switch sheet {
        case .cues: CuesList(cues: ride.cues)
        case .help: WhenSilent()
        }
    }
}

/// All that was said, the newest first. The words are the core's.
private struct CuesList: View {
    let cues: [Cue]
    @Environment(\.say) private var say

    var body: some View {
        List {
            if cues.isEmpty { Text(say(.guideNoCues)) }
            ForEach(cues.indices, id: \.self) { Text(cues[$0].text) }
        }
        .navigationTitle(say(.guideCues))
        .navigationBarTitleDisplayMode(.inline)
    }
}

/// Why the guide may fall silent, and what helps.
private struct WhenSilent: View {
    @Environment(\.openURL) private var openURL
    @Environment(\.say) private var say

    var body: some View {
        List {
            Text(say(.guideHelpSaver))
            VStack(alignment: .leading, spacing: 12) {
                Text(say(.guideHelpMaker))
                Button(say(.guideHelpOpenApp)) { openURL(.settingsOfThisApp) }
                    .buttonStyle(.bordered)
                    .controlSize(.large)
            }
            Text(say(.guideHelpSky))
        }
        .navigationTitle(say(.guideHelp))
        .navigationBarTitleDisplayMode(.inline)
    }
}
