// Names of other apps' files, made fit to be shown and to be a file's name here.
import Foundation

/// Short enough for every file system, whatever letters it is written in.
private let longestStem = 50
private let longestEnding = 8

/// The last part of a path, and of that only letters, digits and a few marks.
func shownName(_ name: String) -> String {
    let last = name.precomposedStringWithCanonicalMapping.split(whereSeparator: { "/\\".contains($0) }).last ?? ""
    let letters = last.unicodeScalars.map { plain.contains($0) ? Character($0) : "-" }
    let trimmed = String(letters).trimmingCharacters(in: CharacterSet(charactersIn: " .-"))
    guard let dot = trimmed.lastIndex(of: "."), (1...longestEnding).contains(trimmed[dot...].unicodeScalars.count - 1)
    else { return stem(trimmed) }
    return stem(trimmed[..<dot]) + trimmed[dot...]
}

private func stem(_ text: some StringProtocol) -> String {
    let stem = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestStem)))
        .trimmingCharacters(in: .whitespaces)
    return stem.isEmpty ? "file" : stem
}

private let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "._- ()"))
