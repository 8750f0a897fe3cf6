// Files that go to other apps: what they are called and where they are put. What is in a file is written by who shares it.
import Foundation
import RouteGuide

/// Longer names are cut by some file systems.
private let longest = 80

extension Folders {
    /// Where a file to be shared is written. It may be gone at any time after.
    func fileToShare(titled title: String, ending: String) throws -> URL {
        let folder = passing.appendingPathComponent("shared")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let words = title.replacing(/[^\p{L}\p{M}\p{N}]+/, with: "-").prefix(longest)
        let name = words.trimmingCharacters(in: ["-"])
        return folder.appendingPathComponent("\(name.isEmpty ? "route-guide" : name).\(ending)")
    }
}

extension GpxProfile: @retroactive CaseIterable {
    /// The kinds of GPX there are, the one for any app first.
    public static var allCases: [GpxProfile] { [.plain, .garmin, .osmand, .komoot] }

    /// For which app it is.
    public func name(_ say: Wording) -> String {
        switch self {
        case .plain: say(.anyApp)
        case .garmin: "Garmin"
        case .osmand: "OsmAnd"
        case .komoot: "komoot"
        }
    }
}
