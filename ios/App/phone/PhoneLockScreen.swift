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
    private var isBegun = false
    private var putting: Task<Void, Never>?

    func show(_ sight: RideSight?) {
        // One after another: what was told last is what stays.
        putting = Task { [putting] in
            await putting?.value
            if let sight {
                isBegun = await put(sight, isBegun: isBegun)
            } else {
                isBegun = false
                await endAll()
            }
        }
    }
}

// An activity may not be handed to the main actor and back, so none is kept: iOS is asked for it each time. What a kill left
// there is gone on with.

/// Shows it; tells whether there is one, or was until the traveller put it away.
private func put(_ sight: RideSight, isBegun: Bool) async -> Bool {
    let content = ActivityContent(state: RideAttributes.ContentState(sight), staleDate: .now + old)
    let there = Activity<RideAttributes>.activities
    if let shown = there.first(where: { $0.activityState == .active || $0.activityState == .stale }) {
        await shown.update(content)
        return true
    }
    let over = there.filter { $0.activityState == .ended }
    // Put away by the traveller it stays away. One that iOS ended, as it does after eight hours, is begun anew.
    if isBegun, over.isEmpty { return true }
    // Refused while the app is out of sight; then the next change begins it.
    guard ActivityAuthorizationInfo().areActivitiesEnabled,
        (try? Activity.request(attributes: RideAttributes(), content: content)) != nil
    else { return false }
    for one in over { await one.end(nil, dismissalPolicy: .immediate) }
    return true
}

private func endAll() async {
    for one in Activity<RideAttributes>.activities { await one.end(nil, dismissalPolicy: .immediate) }
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
            remaining: sight.remaining, percent: sight.percent, button: sight.button)
    }
}
