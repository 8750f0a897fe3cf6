// What others made of the app, as `ios/licences` wrote it down, and the terms of the letters of the map.
import Foundation

/// A part of the app that others made.
public struct Part: Hashable, Identifiable, Sendable {
    public let name: String
    public let terms: String

    public var id: String { name }
}

/// All that others made.
public struct MadeByOthers: Equatable, Sendable {
    public let parts: [Part]

    /// The terms of the letters of the map, and those of all else, in paragraphs: one text of a thousand lines is laid out
    /// all at once.
    public let letters: [String]
    public let terms: [String]

    init(shippedIn folder: URL) throws {
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        parts = try text("Terms/parts.txt").split(separator: "\n").map { line in
            let halves = line.split(separator: "\t", maxSplits: 1)
            return Part(name: String(halves[0]), terms: halves.count > 1 ? String(halves[1]) : "")
        }
        letters = paragraphs(try text("glyphs/OFL.txt"))
        terms = paragraphs(try text("Terms/terms.txt"))
    }
}

private func paragraphs(_ text: String) -> [String] {
    text.split(separator: /\n\s*\n/).map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
}
