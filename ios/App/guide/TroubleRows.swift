// What keeps the guide from being as good as it could be, each in a line with what the traveller can do about it.
import Accessibility
import RouteGuideKit
import SwiftUI

/// How often it is said anew for how long there was no position.
private let anew = 10.0

/// Whatever there is of troubles.
struct TroubleRows: View {
    let ride: Ride
    let model: GuideModel
    @Environment(\.say) private var say

    var body: some View {
        TimelineView(.periodic(from: .now, by: anew)) { _ in
            VStack(spacing: 0) {
                ForEach(model.troubles(ride, say)) { TroubleRow(trouble: $0) }
            }
        }
    }
}

/// One of them.
struct TroubleRow: View {
    let trouble: RideTrouble
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Label(trouble.text, systemImage: trouble.kind.icon).font(.headline)
            if let label = trouble.remedyLabel(say) {
                Button(label) { help() }.buttonStyle(.bordered).controlSize(.large).tint(.primary)
            }
        }
        .padding()
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(Color.primary.opacity(trouble.isGrave ? 0.2 : 0.08))
        .overlay(alignment: .leading) {
            Rectangle().fill(trouble.isGrave ? Color.offRoute : Color.secondary).frame(width: 8)
        }
        .onAppear { AccessibilityNotification.Announcement(trouble.text).post() }
    }

    private func help() {
        switch trouble.remedy {
        case .settings: openURL(.settingsOfThisApp)
        case .goOn: Task { await parts.settingOut.goOn() }
        case nil: break
        }
    }
}

extension RideTrouble.Kind {
    fileprivate var icon: String {
        switch self {
        case .paused: "pause.fill"
        case .waiting: "location"
        case .lost, .refused, .notKept: "exclamationmark.triangle"
        case .switchedOff, .notAllowed: "location.slash"
        case .voiceMissing: "speaker.slash"
        }
    }
}
