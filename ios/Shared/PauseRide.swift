// The button of the locked screen. iOS has the app do what it says, in the app's own process, also where it has to start the
// app for it; what that is, the app says at its beginning.
import AppIntents

/// Pauses the ride, or goes on with it.
struct PauseRide: LiveActivityIntent {
    /// What the app does.
    @MainActor static var turn: @MainActor () async -> Void = {}

    // Its name is shown nowhere: the button has its own, and nothing else offers it.
    static let title: LocalizedStringResource = "pause"
    static let isDiscoverable = false

    func perform() async throws -> some IntentResult {
        await Self.turn()
        return .result()
    }
}
