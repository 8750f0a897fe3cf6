// What the app asks of the phone that is no screen and no sensor: the time, the language, folders. Tests stand in for it.
import Foundation

/// A phone.
public struct Phone: Sendable {
    /// Milliseconds since 1970 UTC, by the clock that the traveller sees.
    public let now: @Sendable () -> Int64

    /// Milliseconds since the phone was started, by a clock that nobody sets.
    public let sinceStart: @Sendable () -> Int64

    /// The language that the phone shows this app in.
    public let language: @Sendable () -> String

    public let folders: Folders

    /// Of the app, as it is shown.
    public let version: String

    public init(
        now: @escaping @Sendable () -> Int64,
        sinceStart: @escaping @Sendable () -> Int64,
        language: @escaping @Sendable () -> String,
        folders: Folders,
        version: String
    ) {
        self.now = now
        self.sinceStart = sinceStart
        self.language = language
        self.folders = folders
        self.version = version
    }
}

/// Where things lie on a phone.
public struct Folders: Sendable {
    /// All that is the traveller's. In the phone's backups; may be written while the phone is locked.
    public let kept: URL

    /// What can be made again, and may be gone at any time.
    public let passing: URL

    /// What came with the app: the bundle, the letters of the map.
    public let shipped: URL

    public init(kept: URL, passing: URL, shipped: URL) {
        self.kept = kept
        self.passing = passing
        self.shipped = shipped
    }
}
