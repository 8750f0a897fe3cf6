// What the traveller chose for this phone only: what the core does not know of, as it concerns the screen and the pocket.
//
// What travels with a backup (language, units, alarms, …) is the core's: `Home.settings`.
import Foundation
import Observation

/// Choices for this phone.
public struct Choice: Codable, Equatable, Sendable {
    /// Whether the screen stays on while guiding.
    public var screenOn = false

    /// Whether rides are recorded.
    public var record = true

    /// Whether cues are felt.
    public var vibrate = true

    /// Whether the map turns with the traveller.
    public var courseUp = false
}

/// The choices, kept.
@MainActor
@Observable
public final class Choices {
    /// What is chosen.
    public private(set) var choice: Choice

    @ObservationIgnored private let file: URL

    public init(_ folders: Folders) {
        file = folders.kept.appendingPathComponent("choices.json")
        choice = (try? JSONDecoder().decode(Choice.self, from: Data(contentsOf: file))) ?? Choice()
    }

    /// Chooses anew. What cannot be written holds until the app ends.
    public func choose(_ change: (inout Choice) -> Void) {
        change(&choice)
        let folder = file.deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? JSONEncoder().encode(choice).write(to: file, options: .atomic)
    }
}
