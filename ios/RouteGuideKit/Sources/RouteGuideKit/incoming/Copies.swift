// Copies of lent files: the core reads files by their path, and who lends one may be slow, lie about its size, never end, or
// take it away meanwhile.
//
// Blocks: called neither on the main thread nor on the core's, which the guide's fixes need.
import Foundation

/// More than any track or bundle has; who offers more is refused.
let mostBytes = 64 << 20

/// An archive may be a backup: years of rides fit.
let mostBytesOfArchive = 2 << 30

private let chunk = 64 << 10

/// A copy, or why there is none.
enum Copy: Sendable {
    case made(CopiedFile)
    case failed(name: String, Unreadable)
}

/// Why a file could not be copied.
public enum Unreadable: Hashable, Sendable {
    case tooLarge, notAllowed, gone, cutShort, noRoom

    /// In words.
    public var told: Phrase {
        switch self {
        case .tooLarge: .incomingTooLarge
        case .notAllowed: .incomingNotAllowed
        case .gone: .incomingGone
        case .cutShort: .incomingUnreadable
        case .noRoom: .incomingNoRoom
        }
    }
}

/// Where copies lie.
struct Copies: Sendable {
    private let folder: URL

    /// What this process copies.
    private let own: URL

    /// What the app keeps: nobody lends it that.
    private let kept: URL

    init(_ folders: Folders) {
        folder = folders.passing.appendingPathComponent("incoming")
        own = folder.appendingPathComponent(UUID().uuidString)
        kept = folders.kept
    }

    /// Throws away what a killed process left behind.
    func begin() {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for left in all where left != own.lastPathComponent {
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(left))
        }
    }

    /// Copies a file.
    func copy(_ lent: LentFile) -> Copy {
        let name = shownName(lent.name)
        let alone = own.appendingPathComponent(UUID().uuidString)
        let file = alone.appendingPathComponent(name)
        do {
            try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
            var size: Int?
            try lent.lend { address in size = try pour(from: address, into: file) }
            // Who lends nothing may say nothing either.
            guard let size else { throw Refused(why: .gone) }
            return .made(CopiedFile(name: name, file: file, size: UInt64(size), kind: FileKind(of: file)))
        } catch {
            try? FileManager.default.removeItem(at: alone)
            return .failed(name: name, why(error))
        }
    }

    // What is said of the size is not asked: it may be wrong, and the bytes tell.
    private func pour(from address: URL, into file: URL) throws -> Int {
        try refuseWhatIsNoFile(address)
        let input = try FileHandle(forReadingFrom: address)
        defer { try? input.close() }
        try Data().write(to: file)
        let output = try FileHandle(forWritingTo: file)
        defer { try? output.close() }
        var sum = 0
        var most = mostBytes
        while let bytes = try input.read(upToCount: chunk), !bytes.isEmpty {
            if sum == 0, isArchive(bytes) { most = mostBytesOfArchive }
            sum += bytes.count
            if sum > most { throw Refused(why: .tooLarge) }
            try output.write(contentsOf: bytes)
        }
        return sum
    }

    // A link may lead to where only this app may look; a folder has no bytes, and a pipe may never have any.
    private func refuseWhatIsNoFile(_ address: URL) throws {
        let kind = try FileManager.default.attributesOfItem(atPath: address.path)[.type] as? FileAttributeType
        let path = address.resolvingSymlinksInPath().path
        let isOwn = path.hasPrefix(kept.resolvingSymlinksInPath().path + "/")
        if kind != .typeRegular || isOwn { throw Refused(why: .notAllowed) }
    }

    private func why(_ error: any Error) -> Unreadable {
        if let refused = error as? Refused { return refused.why }
        return switch (error as? CocoaError)?.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: .gone
        case .fileReadNoPermission: .notAllowed
        case .fileWriteOutOfSpace: .noRoom
        default: .cutShort
        }
    }
}

/// A file of another app, copied into a folder of its own.
struct CopiedFile: Sendable {
    /// What the other app calls it, as far as its name can be shown.
    let name: String
    let file: URL

    /// How many bytes it has.
    let size: UInt64
    let kind: FileKind

    /// Takes it away again.
    func delete() {
        try? FileManager.default.removeItem(at: file.deletingLastPathComponent())
    }
}

private struct Refused: Error {
    let why: Unreadable
}
