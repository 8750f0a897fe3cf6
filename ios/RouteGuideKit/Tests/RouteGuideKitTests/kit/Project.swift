// Where the project's folders lie, seen from this file: for tests that read what lies outside the package.
import Foundation

enum Project {
    static let root = (1...6).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
    static let ios = root.appending(path: "ios")

    /// The files below a folder whose name ends so.
    static func files(below folder: URL, ending: String) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }
    }
}
