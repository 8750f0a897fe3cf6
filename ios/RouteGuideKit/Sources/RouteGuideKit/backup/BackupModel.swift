// All that the traveller made, out into a file of their choice and back in.
//
// The core writes a backup among what may pass; the phone moves it from there to where the traveller wants it. One to be
// restored is copied first, like everything that comes from elsewhere.
import Foundation
import Observation
import RouteGuide

/// The state of the screen of backups.
@MainActor
@Observable
public final class BackupModel {
    /// What was done last.
    public private(set) var backup: Backup?

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let copies: Copies
    @ObservationIgnored private let folder: URL

    public init(_ parts: Parts) {
        (home, copies) = (parts.home, parts.copies)
        folder = parts.phone.folders.passing.appendingPathComponent("backup")
    }

    /// Whether something is being done, and nothing else can be.
    public var isUnderway: Bool { backup == .underway }

    /// What is to be put where the traveller wants it.
    public var made: URL? {
        if case .made(let file, _) = backup { file } else { nil }
    }

    /// Makes a backup.
    public func make() async {
        await go {
            let file = folder.appendingPathComponent("route-guide-\(day(home.nowMs)).zip")
            let folder = folder
            let answer = await home.ask { shelf in
                // One that a killed process left behind goes.
                try? FileManager.default.removeItem(at: folder)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                return try shelf.library.backUp(path: file.path)
            }
            return switch answer {
            case .given(let missing): .made(file, missing: missing.count)
            case .refused(let said): .refused(said)
            }
        }
    }

    /// The phone has moved it to where the traveller wants it, or could not; nothing where they want it nowhere.
    public func moved(_ isThere: Bool?) {
        guard case .made(_, let missing) = backup else { return }
        backup = isThere.map { $0 ? .written(missing: missing) : .unwritten }
        let folder = folder
        Task { await blocking { try? FileManager.default.removeItem(at: folder) } }
    }

    /// Brings back what a file holds.
    public func restore(_ file: LentFile) async {
        await go {
            let copies = copies
            switch await blocking({ copies.copy(file) }) {
            case .failed(_, let why): return .unread(why)
            case .made(let copy):
                let answer = await home.restore(copy.file)
                await blocking { copy.delete() }
                return switch answer {
                case .given(let restored): .back(restored)
                case .refused(let said): .refused(said)
                }
            }
        }
    }

    private func go(_ work: () async -> Backup) async {
        if isUnderway { return }
        backup = .underway
        backup = await work()
    }
}

// As files are named everywhere, whatever calendar the phone keeps; the day is the traveller's.
private func day(_ ms: Int64) -> String {
    Date(ms: ms).formatted(Date.ISO8601FormatStyle(timeZone: .autoupdatingCurrent).year().month().day())
}
