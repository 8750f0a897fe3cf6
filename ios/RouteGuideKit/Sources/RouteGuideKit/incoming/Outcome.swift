// What came of files that were handed in, and how it is told.
import RouteGuide

/// What came of files.
public struct Outcome: Equatable, Sendable {
    /// Tracks that are new here, those that have now what a newer file says of them, and those that were here already.
    public var brought: [Recording] = []
    public var updated: [Recording] = []
    public var known: [UInt32] = []
    public var joinable: [Joinable] = []
    public var installed: [Installed] = []
    public var restored: [Restored] = []
    public var refused: [Refusal] = []

    /// What to know of the files whose tracks came in, and how much more there would be.
    public var remarks: [String] = []
    public var moreRemarks = 0

    static func + (one: Outcome, other: Outcome) -> Outcome {
        Outcome(
            brought: one.brought + other.brought, updated: one.updated + other.updated,
            known: one.known + other.known, joinable: one.joinable + other.joinable,
            installed: one.installed + other.installed, restored: one.restored + other.restored,
            refused: one.refused + other.refused, remarks: one.remarks + other.remarks,
            moreRemarks: one.moreRemarks + other.moreRemarks)
    }
}

/// Tracks of one file that go on in one another: one of them, and what all would be called as one.
public struct Joinable: Hashable, Sendable {
    public let track: UInt32
    public let name: String
}

/// So many of a list are read at a glance; more are told by their number.
private let glance = 8

/// So many remarks may stand open.
private let fewRemarks = 3

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
        if !brought.isEmpty { lines += named(.incomingBrought(brought.count), brought, say) }
        if !updated.isEmpty { lines += named(.incomingNewer(updated.count), updated, say) }
        if !known.isEmpty { lines.append(say(.incomingKnown(known.count))) }
        lines += installed.map { say($0.told) }
        return lines
    }

    /// What came back from backups.
    public func restored(_ say: Wording) -> [BackupTold.Part] { restored.flatMap { $0.told(say) } }

    private func named(_ count: Phrase, _ tracks: [Recording], _ say: Wording) -> [String] {
        let more = tracks.count > glance ? [say(.incomingMore(tracks.count - glance))] : []
        return [say(count)] + tracks.prefix(glance).map { "• " + $0.title(say) } + more
    }

    /// The heading of what to know of the files.
    public var remarksTitle: Phrase? { remarks.isEmpty ? nil : .incomingRemarks(remarks.count + moreRemarks) }

    /// What to know of the files.
    public func remarks(_ say: Wording) -> [String] {
        remarks + (moreRemarks > 0 ? [say(.incomingMore(moreRemarks))] : [])
    }

    /// Whether there is so much to know of them that it is opened only when it is asked for.
    public var hasManyRemarks: Bool { remarks.count + moreRemarks > fewRemarks }

    /// The tracks that came in; where there are none, those that were here already.
    public var tracks: [UInt32] {
        let came = (brought + updated).map(\.number)
        return came.isEmpty ? known : came
    }

    /// The heading of what did not come in.
    public var refusedTitle: Phrase? { refused.isEmpty ? nil : .incomingRefused(refused.count) }

    /// Whether there is something to show of it.
    public var leadsSomewhere: Bool { hasNews || restored.contains(where: \.hasTracks) }

    private var isIn: Bool { hasNews || restored.contains(where: \.hasAnything) }

    private var hasNews: Bool { !(tracks.isEmpty && installed.isEmpty) }
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
