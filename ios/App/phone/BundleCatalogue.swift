// The app's texts, out of its bundle: Xcode has made a folder for each language from the String Catalog. The plural form is
// chosen by Foundation, by the rules of the language it is asked in and not of the phone's.
import Foundation
import RouteGuideKit

/// The texts that came with the app.
struct BundleCatalogue: Catalogue {
    private let texts: [String: Bundle]

    init(_ bundle: Bundle) {
        let folders = bundle.localizations.compactMap { language in
            bundle.path(forResource: language, ofType: "lproj").flatMap(Bundle.init(path:)).map { (language, $0) }
        }
        texts = Dictionary(folders) { first, _ in first }
    }

    func text(of phrase: Phrase, in language: String) -> String {
        let format = texts[language]?.localizedString(forKey: phrase.key, value: nil, table: nil) ?? phrase.key
        let parts = phrase.parts.map { part -> any CVarArg in
            switch part {
            case .text(let text): text as NSString
            case .count(let count): count
            }
        }
        return String(format: format, locale: Locale(identifier: language), arguments: parts)
    }
}
