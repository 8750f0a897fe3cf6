// Times as Swift has them: milliseconds since 1970 as `Date`, seconds to wait as `Duration`.
import Foundation

extension Date {
    /// Of milliseconds since 1970-01-01 UTC, as everything that ends in `Ms` counts them.
    public init(ms: Int64) {
        self.init(timeIntervalSince1970: Double(ms) / 1_000)
    }

    /// Milliseconds since 1970-01-01 UTC, to the nearest; times beyond what fits stand at the ends.
    public var ms: Int64 {
        let ms = (timeIntervalSince1970 * 1_000).rounded()
        return Int64(exactly: ms) ?? (ms < 0 ? .min : .max)
    }
}

extension Step {
    /// How long the phone may wait until it asks for the next fix.
    public var nextFixAfter: Duration { .seconds(nextFixAfterS) }
}

extension GuideUpdate {
    /// When the traveller will be at the end.
    public var eta: Date { Date(ms: etaMs) }
}

extension NextStop {
    /// When the traveller will be there.
    public var eta: Date { Date(ms: etaMs) }
}

extension OffRoute {
    /// Since when the traveller is off the route.
    public var since: Date { Date(ms: sinceMs) }
}

extension Recording {
    /// When it began.
    public var started: Date { Date(ms: startedMs) }

    /// When it was stopped.
    public var ended: Date? { endedMs.map(Date.init(ms:)) }

    /// When it was discarded.
    public var binned: Date? { binnedMs.map(Date.init(ms:)) }
}

extension Tally {
    /// How long, pauses that were asked for excluded.
    public var duration: Duration { .milliseconds(durationMs) }

    /// How long in motion.
    public var moving: Duration { .milliseconds(movingMs) }
}

extension InstalledBundle {
    /// When it was installed.
    public var installed: Date { Date(ms: installedMs) }
}

extension Milestone {
    /// When it was reached.
    public var time: Date { Date(ms: timeMs) }
}

extension Standing {
    /// When the traveller was last there.
    public var time: Date { Date(ms: timeMs) }
}

extension Favourite {
    /// When it was marked.
    public var time: Date { Date(ms: timeMs) }
}

extension Note {
    /// When it was written.
    public var time: Date { Date(ms: timeMs) }
}

extension RideAttachment {
    /// When it was made.
    public var time: Date { Date(ms: timeMs) }
}

extension Damage {
    /// When it was found.
    public var time: Date { Date(ms: timeMs) }
}
