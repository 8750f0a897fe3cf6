// Files that travellers and other apps hand in, as phones lend them: whole, without end, refused, taken away meanwhile.
import Fieldwork
import Foundation
import RouteGuide

@testable import RouteGuideKit

extension LentFile {
    /// One that lies somewhere.
    static func at(_ path: String, named name: String? = nil) -> LentFile {
        let address = URL(fileURLWithPath: path)
        return LentFile(name ?? address.lastPathComponent) { read in try read(address) }
    }

    /// One with these words in it.
    static func holding(_ words: String, named name: String, in folder: Folder) throws -> LentFile {
        let path = folder.path("\(UUID().uuidString).lent")
        try Data(words.utf8).write(to: URL(fileURLWithPath: path))
        return at(path, named: name)
    }

    /// One that the other app does not give.
    static func refused(_ code: CocoaError.Code, named name: String = "ride.gpx") -> LentFile {
        LentFile(name) { _ in throw CocoaError(code) }
    }
}

/// A walk along the sea, as a watch writes it.
/// - Parameter silent: it writes nothing for half of the way
func walk(named name: String, begun day: String = "2026-05-09", silent: Bool = false, timed: Bool = true) -> String {
    let points = (0..<60).filter { !silent || !(15..<45).contains($0) }.map { minute in
        let time = "\(day)T10:\(minute < 10 ? "0" : "")\(minute):00Z"
        let place = "lat=\"55.7\(100 + 7 * minute)\" lon=\"21.1\""
        return "<trkpt \(place)><ele>\(minute % 9)</ele>\(timed ? "<time>\(time)</time>" : "")</trkpt>"
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <gpx version="1.1" creator="watch" xmlns="http://www.topografix.com/GPX/1/1">
        <trk>\(name.isEmpty ? "" : "<name>\(name)</name>")<trkseg>\(points.joined(separator: "\n"))</trkseg></trk></gpx>
        """
}

extension TestPhone {
    /// A walk is on the phone; its number.
    func hasWalk(
        named name: String = "Prie jūros", begun day: String = "2026-05-09", silent: Bool = false, timed: Bool = true
    ) async throws -> UInt32 {
        let path = folder.path("\(UUID().uuidString).gpx")
        let words = walk(named: name, begun: day, silent: silent, timed: timed)
        try Data(words.utf8).write(to: URL(fileURLWithPath: path))
        let now = now
        let imported = await home.change { try $0.library.importTracks(path: path, nowMs: now) }.value
        return try (imported?.brought.first).required
    }

    /// A ride along a route is on the phone, or still under way.
    func rides(_ way: Way, metres: ClosedRange<Int>, ends: Bool = true) async throws {
        _ = await parts.guiding.setOut(way, reversed: false, departure: .continue)
        for fix in try await ride(along: way, metres: metres) { await parts.guiding.take(fix) }
        if ends { _ = await parts.guiding.stop() }
    }

    /// Files that the app has among what may pass, below a folder there.
    func passing(_ name: String) -> [String] {
        let below = parts.phone.folders.passing.appendingPathComponent(name)
        return Project.files(below: below)
    }
}

extension Project {
    /// The names of all files below a folder.
    static func files(below folder: URL) -> [String] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (all?.compactMap { $0 as? URL } ?? [])
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .map(\.lastPathComponent)
    }
}

/// A day.
let dayMs: Int64 = 86_400_000
