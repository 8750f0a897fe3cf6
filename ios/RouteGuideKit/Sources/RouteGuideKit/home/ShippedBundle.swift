// The bundle that comes with the app: installed once for each version of the app.
// Whether it is newer than the one that is there is for the core to say.
import Foundation

/// The bundle among the app's files.
struct ShippedBundle: Sendable {
    private let file: URL
    private let mark: URL

    init(_ folders: Folders) {
        file = folders.shipped.appendingPathComponent("klaipedos-regionas.gpkg")
        mark = folders.passing.appendingPathComponent("shipped-bundle")
    }

    /// Has it installed, unless this file was already. A failure is told and tried again at next start.
    func installOnce(_ install: (String) throws -> Void) throws {
        let version = try self.version()
        if let seen = try? String(contentsOf: mark, encoding: .utf8), seen == version { return }
        try install(file.path)
        try FileManager.default.createDirectory(
            at: mark.deletingLastPathComponent(), withIntermediateDirectories: true)
        try version.write(to: mark, atomically: true, encoding: .utf8)
    }

    // Changes with every installation of the app, also with one of the same version from a developer's desk. The path is
    // another after each, and says nothing.
    private func version() throws -> String {
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        let changed = attributes[.modificationDate] as? Date
        return "\(attributes[.size] ?? 0) \(changed?.timeIntervalSince1970 ?? 0)"
    }
}
