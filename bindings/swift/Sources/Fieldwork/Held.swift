// What a process holds on to: memory, files.
import Foundation
import Glibc
import HeldMemory

/// What this process holds.
public struct Held: Equatable {
    /// Bytes that were asked of malloc, by Swift or by Rust, and not given back.
    public let bytes: Int
    /// Open files.
    public let files: Int

    /// Now.
    public static func now() throws -> Held {
        Held(bytes: Int(mallinfo2().uordblks), files: try openFiles().count)
    }

    /// The files that are open below a folder.
    public static func files(below folder: String) throws -> [String] {
        try openFiles().filter { $0.hasPrefix(folder) }
    }

    private static func openFiles() throws -> [String] {
        let all = "/proc/self/fd"
        // The folder itself is open while it is listed, and gone when its own link is read.
        return try FileManager.default.contentsOfDirectory(atPath: all)
            .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(all)/\($0)") }
    }
}
