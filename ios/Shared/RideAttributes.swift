// What the app tells the locked screen of a ride: said already, in the traveller's words, so that what draws it needs no
// texts of its own.
import ActivityKit
import Foundation

/// A ride on the locked screen.
struct RideAttributes: ActivityAttributes {
    /// Where a tap on it leads: to the guide, wherever the traveller was in the app.
    static let guide = URL(string: "routeguide:guide")

    /// How it stands.
    struct ContentState: Codable, Hashable, Sendable {
        /// What a traveller looks for first.
        enum Standing: String, Codable, Sendable {
            case underway, paused, offRoute, noPosition
        }

        let standing: Standing

        /// The stop that comes, or the name of the route.
        let title: String

        /// How far it is and when; or what is the matter.
        let text: String

        /// How far it is, where there is room for nothing else.
        let distance: String?
        let stage: String?

        /// How far it still is to the end, and how much of the way is done, in hundredths.
        let remaining: String?
        let percent: Int

        /// What the button does: pauses, or goes on.
        let button: String
    }
}
