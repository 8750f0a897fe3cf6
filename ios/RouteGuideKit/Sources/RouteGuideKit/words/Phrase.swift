// Something the app says, before a language is chosen: which text, and what is put into it. What can be said is listed
// in Phrases.swift; how it sounds in a language is the `Catalogue`'s to know. No text stands here.

public struct Phrase: Hashable, Sendable {
    /// What is put into a text, in the order of its placeholders.
    public enum Part: Hashable, Sendable {
        case text(String)
        case count(Int)
    }

    /// The name of the text in the String Catalog.
    public let key: String
    public let parts: [Part]

    // Not public: the app says what Phrases.swift lists, so that nothing is said that has no text.
    init(_ key: String, _ parts: Part...) {
        self.key = key
        self.parts = parts
    }
}
