// What a traveller under way can do, where a thumb reaches: wait, go on, end; hear cues or not, read them again, get help.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The buttons at the bottom. Ending asks once, as a recording ends with it.
struct RideButtons: View {
    let ride: Ride
    let model: GuideModel
    let show: (GuideSheet) -> Void
    @State private var asks = false
    @Environment(\.say) private var say

    var body: some View {
        VStack(spacing: 8) {
            HStack { small }
            // Large letters want a line for each.
            ViewThatFits(in: .horizontal) {
                HStack(spacing: 16) { large }
                VStack(spacing: 8) { large }
            }
        }
        .padding(.horizontal)
        .padding(.vertical, 8)
        .background(.bar)
        .confirmationDialog(say(.guideEnd), isPresented: $asks, titleVisibility: .visible) {
            Button(say(.stop), role: .destructive) { Task { await model.stop() } }
            Button(say(.guideEndNot), role: .cancel) {}
        } message: {
            Text(say(model.ending))
        }
    }

    @ViewBuilder private var small: some View {
        let speaks = model.speaks
        SmallButton(
            label: say(speaks ? .guideVoiceOff : .guideVoiceOn),
            icon: speaks ? "speaker.wave.2.fill" : "speaker.slash.fill"
        ) { Task { await model.speak(!speaks) } }
        SmallButton(label: say(.guideCues), icon: "text.bubble") { show(.cues) }
        SmallButton(label: say(.guideHelp), icon: "questionmark.circle") { show(.help) }
        SmallButton(label: say(.emergencyTitle), icon: "sos") { model.openEmergency() }
    }

    @ViewBuilder private var large: some View {
        LargeButton(
            label: say(ride.isPaused ? .resume : .pause), icon: ride.isPaused ? "play.fill" : "pause.fill",
            tint: .accentColor
        ) { Task { await model.wait(!ride.isPaused) } }
        LargeButton(label: say(.stop), icon: "stop.fill", tint: .offRoute) { asks = true }
    }
}

private struct SmallButton: View {
    let label: String
    let icon: String
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            Image(systemName: icon)
                .font(.title2)
                .frame(maxWidth: .infinity, minHeight: 48)
                .contentShape(Rectangle())
        }
        .accessibilityLabel(label)
        .accessibilityShowsLargeContentViewer { Label(label, systemImage: icon) }
    }
}

private struct LargeButton: View {
    let label: String
    let icon: String
    let tint: Color
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            Label(label, systemImage: icon)
                .font(.title3.bold())
                .frame(maxWidth: .infinity, minHeight: 52)
        }
        .buttonStyle(.borderedProminent)
        .tint(tint)
    }
}
