// Folders in memory that are gone when they are done with.
import Foundation

/// A folder of its own that is deleted when nobody holds it any more.
public final class Folder: Sendable {
    public let path: String

    public init() throws {
        let memory = "/dev/shm"
        let base = FileManager.default.fileExists(atPath: memory) ? memory : NSTemporaryDirectory()
        path = "\(base)/route-guide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// The path of something in it.
    public func path(_ name: String) -> String { "\(path)/\(name)" }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
