// How a backup stands, and how that is told.
import Foundation
import RouteGuide

/// How a backup stands.
public enum Backup: Equatable, Sendable {
    /// It is being written or read.
    case underway

    /// It is made, and waits to be put where the traveller wants it; so many tracks are not in it as their files are gone.
    case made(URL, missing: Int)

    /// It lies where the traveller wants it.
    case written(missing: Int)

    /// What came back.
    case back(Restored)

    /// The core could not.
    case refused(Said)

    /// The chosen file could not be read.
    case unread(Unreadable)

    /// It could not be put where the traveller wants it.
    case unwritten
}

/// A backup in the traveller's words.
public struct BackupTold: Equatable, Sendable {
    /// A heading and what stands below it.
    public struct Part: Hashable, Sendable {
        public let title: String?
        public let lines: [String]
    }

    public let parts: [Part]

    /// Whether it did not go well.
    public let isBad: Bool
}

extension Backup {
    /// What is told of it.
    public func told(_ say: Wording) -> BackupTold {
        switch self {
        case .underway, .made: BackupTold(say(.backupUnderway))
        case .written(let missing):
            BackupTold([say(.backupWritten)] + (missing > 0 ? [say(.backupMissing(missing))] : []))
        case .back(let restored): BackupTold(parts: restored.told(say), isBad: false)
        case .refused(let said): BackupTold(said.text, isBad: true)
        case .unread(let why): BackupTold(say(why.told), isBad: true)
        case .unwritten: BackupTold(say(.backupUnwritten), isBad: true)
        }
    }
}

extension BackupTold {
    fileprivate init(_ line: String, isBad: Bool = false) {
        self.init(parts: [Part(title: nil, lines: [line])], isBad: isBad)
    }

    fileprivate init(_ lines: [String]) {
        self.init(parts: [Part(title: nil, lines: lines)], isBad: false)
    }
}

extension Restored {
    /// What is told of it.
    func told(_ say: Wording) -> [BackupTold.Part] {
        let counts: [(phrase: (Int) -> Phrase, count: UInt32)] = [
            (Phrase.backupTracks, recordings), (Phrase.backupExtended, extended), (Phrase.backupKnown, known),
            (Phrase.backupFavourites, favourites), (Phrase.backupNotes, notes), (Phrase.backupSettings, settings),
        ]
        let lines = counts.filter { $0.count > 0 }.map { say($0.phrase(Int($0.count))) }
        let came = BackupTold.Part(title: say(lines.isEmpty ? .backupNothing : .backupCame), lines: lines)
        if refused.isEmpty { return [came] }
        return [came, BackupTold.Part(title: say(.backupRefused(refused.count)), lines: refused)]
    }
}
