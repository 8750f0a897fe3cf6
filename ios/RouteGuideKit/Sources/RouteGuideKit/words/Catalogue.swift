// Where the texts of phrases come from: on a phone from the app's bundle, in tests from the String Catalog's file. What
// holds the texts chooses the plural form; nothing here counts.

public protocol Catalogue: Sendable {
    /// The text of a phrase, in a language of the app.
    func text(of phrase: Phrase, in language: String) -> String
}
