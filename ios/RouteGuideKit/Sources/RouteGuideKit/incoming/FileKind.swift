// What a file is, by its first and last bytes: whether it is to be asked about, and where it belongs. What is in it is the
// core's to say.
import Foundation

/// What a copied file begins or ends as.
enum FileKind: Sendable {
    /// A database: a bundle then, or nothing.
    case bundle

    /// A backup of this app.
    case backup

    /// Tracks, or nothing.
    case tracks
}

extension FileKind {
    /// What a file is.
    init(of file: URL) {
        guard let input = try? FileHandle(forReadingFrom: file) else {
            self = .tracks
            return
        }
        defer { try? input.close() }
        let first = (try? input.read(upToCount: databaseMark.count)) ?? Data()
        if first == databaseMark {
            self = .bundle
        } else {
            self = isArchive(first) && endsAsBackups(input) ? .backup : .tracks
        }
    }
}

/// Whether a file begins as archives do.
func isArchive(_ beginning: Data) -> Bool { beginning.starts(with: archiveMark) }

// An archive ends with the list of what is in it, and a backup's list with what all the rest is about.
private func endsAsBackups(_ input: FileHandle) -> Bool {
    guard let end = try? input.seekToEnd() else { return false }
    try? input.seek(toOffset: end - min(end, lastEntry))
    let tail = (try? input.readToEnd()) ?? Data()
    return tail.range(of: backupMark) != nil
}

private let databaseMark = Data("SQLite format 3\0".utf8)
private let archiveMark = Data("PK\u{3}\u{4}".utf8)
private let backupMark = Data("library.json".utf8)

/// How long the end of an archive is from its last entry on.
private let lastEntry: UInt64 = 256
