// The app's String Catalog, read from its file: what tests say is what the app says, without Xcode. Counts as CLDR does
// for the three languages of the app, and for no other.
import Foundation

@testable import RouteGuideKit

struct CatalogueFile: Catalogue {
    /// A text in one language, by plural form; one that does not count has `other` only.
    typealias Forms = [String: String]

    /// What is said in each language, by key.
    let texts: [String: [String: Forms]]

    static let ofTheApp = CatalogueFile(at: Project.ios.appending(path: "App/Resources/Localizable.xcstrings"))

    private init(at file: URL) {
        do {
            texts = try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).texts
        } catch {
            fatalError("\(file.path) cannot be read as a String Catalog: \(error)")
        }
    }

    func text(of phrase: Phrase, in language: String) -> String {
        guard let forms = texts[language]?[phrase.key] else {
            fatalError("the catalogue has no “\(phrase.key)” in “\(language)”")
        }
        guard forms.count > 1 else { return fill(forms["other"], of: phrase) }
        guard case .count(let count)? = phrase.parts.first else {
            fatalError("“\(phrase.key)” has plural forms, but its first part is no number")
        }
        return fill(forms[pluralForm(of: count, in: language)], of: phrase)
    }

    private func fill(_ text: String?, of phrase: Phrase) -> String {
        guard let text else { fatalError("“\(phrase.key)” lacks a plural form") }
        var next = 0
        return text.replacing(/%(?:(?<percent>%)|(?:(?<position>\d)\$)?(?:@|lld))/) { found in
            if found.percent != nil { return "%" }
            let index = found.position.flatMap { Int($0) }.map { $0 - 1 } ?? next
            next += 1
            guard phrase.parts.indices.contains(index) else {
                fatalError("“\(phrase.key)” has \(phrase.parts.count) parts and is asked for part \(index + 1)")
            }
            switch phrase.parts[index] {
            case .text(let text): return text
            case .count(let count): return String(count)
            }
        }
    }
}

/// CLDR's plural category of a whole number. Lithuanian `many` is for fractions, so no whole number has it.
private func pluralForm(of count: Int, in language: String) -> String {
    switch language {
    case "lt":
        let (ones, teens) = (count.magnitude % 10, (11...19).contains(count.magnitude % 100))
        if ones == 1 && !teens { return "one" }
        return ones >= 2 && !teens ? "few" : "other"
    case "en", "de": return count.magnitude == 1 ? "one" : "other"
    default: fatalError("how “\(language)” counts is not known here")
    }
}

/// The String Catalog as Xcode writes it, as far as the app's own needs it.
private struct File: Decodable {
    let strings: [String: Entry]

    var texts: [String: [String: CatalogueFile.Forms]] {
        var texts: [String: [String: CatalogueFile.Forms]] = [:]
        for (key, entry) in strings {
            for (language, text) in entry.localizations { texts[language, default: [:]][key] = text.forms }
        }
        return texts
    }

    struct Entry: Decodable { let localizations: [String: Localization] }

    struct Localization: Decodable {
        let stringUnit: Unit?
        let variations: Variations?

        var forms: CatalogueFile.Forms {
            variations?.plural.mapValues(\.stringUnit.value) ?? stringUnit.map { ["other": $0.value] } ?? [:]
        }
    }

    struct Variations: Decodable { let plural: [String: Form] }
    struct Form: Decodable { let stringUnit: Unit }
    struct Unit: Decodable { let value: String }
}
