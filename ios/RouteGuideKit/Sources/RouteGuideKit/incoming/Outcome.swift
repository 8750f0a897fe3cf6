// What came of files that were handed in, and how it is told.
import RouteGuide

/// What came of files.
public struct Outcome: Equatable, Sendable {
    /// Tracks that are new here, and those that were here already.
    public var brought: [UInt32] = []
    public var known: [UInt32] = []
    public var installed: [Installed] = []
    public var restored: [Restored] = []
    public var refused: [Refusal] = []

    static func + (one: Outcome, other: Outcome) -> Outcome {
        Outcome(
            brought: one.brought + other.brought, known: one.known + other.known,
            installed: one.installed + other.installed, restored: one.restored + other.restored,
            refused: one.refused + other.refused)
    }
}

/// A bundle that was taken in, by the name of its file.
public struct Installed: Equatable, Sendable {
    public let file: String
    public let how: Installation
}

/// A file that was not taken in.
public struct Refusal: Equatable, Hashable, Sendable {
    public let file: String
    public let reason: Reason

    /// Why it was not.
    public enum Reason: Hashable, Sendable {
        case core(Said)
        case unreadable(Unreadable)
    }

    /// Why, in words.
    public func told(_ say: Wording) -> String {
        switch reason {
        case .core(let said): said.text
        case .unreadable(let why): say(why.told)
        }
    }
}

extension Outcome {
    /// Whether anything came in, in a word.
    public var title: Phrase { isIn ? .incomingDone : .incomingNotDone }

    /// What came in, and what was here already. What did not is in `refused`, below its own heading.
    public func lines(_ say: Wording) -> [String] {
        var lines: [String] = []
        if !brought.isEmpty { lines.append(say(.incomingBrought(brought.count))) }
        if !known.isEmpty { lines.append(say(.incomingKnown(known.count))) }
        lines += installed.map { say($0.told) }
        if self == Outcome() { lines.append(say(.incomingNothing)) }
        return lines
    }

    /// What came back from backups.
    public func restored(_ say: Wording) -> [BackupTold.Part] { restored.flatMap { $0.told(say) } }

    /// The heading of what did not come in.
    public var refusedTitle: Phrase? { refused.isEmpty ? nil : .incomingRefused(refused.count) }

    /// Whether there is something to show of it.
    public var leadsSomewhere: Bool { hasNews || restored.contains(where: \.hasTracks) }

    private var isIn: Bool { hasNews || restored.contains(where: \.hasAnything) }

    private var hasNews: Bool { !(brought.isEmpty && known.isEmpty && installed.isEmpty) }
}

extension Restored {
    /// Whether the backup held tracks.
    var hasTracks: Bool { [recordings, extended, known].contains { $0 > 0 } }

    fileprivate var hasAnything: Bool { hasTracks || [favourites, notes, settings].contains { $0 > 0 } }
}

extension Installed {
    fileprivate var told: Phrase {
        switch how {
        case .new: .incomingInstalled(file)
        case .updated: .incomingUpdated(file)
        case .unchanged: .incomingUnchanged(file)
        }
    }
}
