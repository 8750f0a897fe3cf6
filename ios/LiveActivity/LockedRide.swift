// A ride as the locked screen shows it, and the parts that the Dynamic Island shares with it.
import AppIntents
import SwiftUI

/// The locked screen.
struct LockedRide: View {
    let ride: RideAttributes.ContentState

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            HStack(spacing: 12) {
                StandingIcon(standing: ride.standing).font(.largeTitle).accessibilityHidden(true)
                WhereTo(ride: ride).frame(maxWidth: .infinity, alignment: .leading)
                if let distance = ride.distance { Text(distance).font(.title.bold()).monospacedDigit() }
            }
            .accessibilityElement(children: .combine)
            Progress(ride: ride)
        }
        .padding()
    }
}

/// What comes next, and what is the matter where something is.
struct WhereTo: View {
    let ride: RideAttributes.ContentState

    var body: some View {
        VStack(alignment: .leading) {
            Text(ride.title).font(.headline).lineLimit(2)
            if ride.standing != .underway { Text(ride.text).font(.subheadline) }
        }
    }
}

/// How much is done, what is told of it, and the button that pauses.
struct Progress: View {
    let ride: RideAttributes.ContentState

    var body: some View {
        HStack(spacing: 12) {
            VStack(alignment: .leading, spacing: 4) {
                // What it shows stands in words below.
                ProgressView(value: Double(ride.percent) / 100).accessibilityHidden(true)
                if ride.standing == .underway { Text(ride.text) }
                if let stage = ride.stage { Text(stage).lineLimit(1) }
                if let remaining = ride.remaining { Text(remaining) }
            }
            .font(.subheadline)
            .frame(maxWidth: .infinity, alignment: .leading)
            .accessibilityElement(children: .combine)
            Button(intent: PauseRide()) {
                Image(systemName: ride.standing == .paused ? "play.fill" : "pause.fill")
                    .frame(minWidth: 44, minHeight: 44)
            }
            .buttonStyle(.bordered)
            .accessibilityLabel(ride.button)
        }
    }
}

/// How the ride stands, as a symbol; in words beside it, or for those who do not see it.
struct StandingIcon: View {
    let standing: RideAttributes.ContentState.Standing

    var body: some View {
        Image(systemName: icon)
            .foregroundStyle(standing == .offRoute ? Color.red : Color.primary)
    }

    private var icon: String {
        switch standing {
        case .underway: "location.north.circle.fill"
        case .paused: "pause.circle.fill"
        case .offRoute: "arrow.uturn.backward.circle.fill"
        case .noPosition: "location.slash.circle.fill"
        }
    }
}
