// A ride on the locked screen and in the Dynamic Island. It draws what the app has said and says nothing itself.
import ActivityKit
import SwiftUI
import WidgetKit

@main
struct RideWidgets: WidgetBundle {
    var body: some Widget { RideActivity() }
}

/// The Live Activity of a ride.
struct RideActivity: Widget {
    var body: some WidgetConfiguration {
        ActivityConfiguration(for: RideAttributes.self) { context in
            LockedRide(ride: context.state)
                // The app could say nothing for long: what is there may no longer be so.
                .opacity(context.isStale ? 0.5 : 1)
                .widgetURL(RideAttributes.guide)
        } dynamicIsland: { context in
            island(context.state)
        }
    }

    private func island(_ ride: RideAttributes.ContentState) -> DynamicIsland {
        DynamicIsland {
            DynamicIslandExpandedRegion(.leading) {
                StandingIcon(standing: ride.standing).font(.title).accessibilityHidden(true)
            }
            DynamicIslandExpandedRegion(.center) { WhereTo(ride: ride) }
            DynamicIslandExpandedRegion(.trailing) {
                if let distance = ride.distance { Text(distance).font(.title2.bold()).monospacedDigit() }
            }
            DynamicIslandExpandedRegion(.bottom) { Progress(ride: ride) }
        } compactLeading: {
            StandingIcon(standing: ride.standing).accessibilityLabel(ride.text)
        } compactTrailing: {
            // Without a distance the icon says what is the matter.
            if let distance = ride.distance { Text(distance).monospacedDigit() }
        } minimal: {
            StandingIcon(standing: ride.standing).accessibilityLabel(ride.text)
        }
        .widgetURL(RideAttributes.guide)
    }
}
