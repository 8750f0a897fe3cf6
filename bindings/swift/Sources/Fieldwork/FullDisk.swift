// A disk without room.
import Foundation

/// Writes a file until nothing more fits.
public func fill(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw Missing(name: path) }
    for size in [65_536, 4_096] {
        while (try? file.write(contentsOf: Data(count: size))) != nil {}
    }
    try file.close()
}
