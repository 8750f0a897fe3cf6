// The locked screen: a Live Activity, begun while the app is looked at, changed as the words change, ended with the ride.
// How it looks lives in LiveActivity.
import ActivityKit
import Foundation
import RouteGuideKit

/// What was told this long ago may no longer be so: the app was ended and could not say it.
private let old: TimeInterval = 15 * 60

/// The locked screen of this phone.
@MainActor
final class PhoneLockScreen: LockScreen {
    private var activity: Activity<RideAttributes>?
    private var putting: Task<Void, Never>?

    func show(_ sight: RideSight?) {
        // One after another: what was told last is what stays.
        putting = Task { [putting] in
            await putting?.value
            if let sight { await put(sight) } else { await end() }
        }
    }

    private func put(_ sight: RideSight) async {
        let content = ActivityContent(
            state: RideAttributes.ContentState(sight), staleDate: .now + old)
        // One that a kill left there is gone on with.
        activity = activity ?? Activity<RideAttributes>.activities.first
        if let activity {
            // Put away by the traveller it stays away.
            if activity.activityState != .dismissed { await activity.update(content) }
        } else if ActivityAuthorizationInfo().areActivitiesEnabled {
            // Refused while the app is out of sight; then the next change begins it.
            activity = try? Activity.request(attributes: RideAttributes(), content: content)
        }
    }

    private func end() async {
        activity = nil
        for left in Activity<RideAttributes>.activities { await left.end(nil, dismissalPolicy: .immediate) }
    }
}

extension RideAttributes.ContentState {
    fileprivate init(_ sight: RideSight) {
        let standing: Standing =
            switch sight.state {
            case .underway: .underway
            case .paused: .paused
            case .offRoute: .offRoute
            case .noPosition: .noPosition
            }
        self.init(
            standing: standing, title: sight.title, text: sight.text, distance: sight.distance, stage: sight.stage,
            remaining: sight.remaining, percent: sight.percent)
    }
}
