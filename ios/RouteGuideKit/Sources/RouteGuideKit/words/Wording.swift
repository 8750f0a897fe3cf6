// Everything in the traveller's words: the app's texts from its catalogue, measures from the core, days and times as they
// are written in the language of the app, which need not be the phone's.
import Foundation
import RouteGuide

/// The traveller's words. Called with a phrase, it says it.
public struct Wording: Sendable {
    /// Measures: distances, heights, durations, directions.
    public let words: Words

    /// One of the app's languages.
    public let language: String

    private let catalogue: any Catalogue
    private let timeZone: TimeZone

    public init(
        _ words: Words, language: String, from catalogue: any Catalogue, timeZone: TimeZone = .autoupdatingCurrent
    ) {
        self.words = words
        self.language = language
        self.catalogue = catalogue
        self.timeZone = timeZone
    }

    /// The text of a phrase.
    public func callAsFunction(_ phrase: Phrase) -> String { catalogue.text(of: phrase, in: language) }

    /// Numbers and times keep the habits of the phone's region where it speaks the same language.
    public var locale: Locale {
        let phone = Locale.autoupdatingCurrent
        return phone.language.languageCode?.identifier == language ? phone : Locale(identifier: language)
    }

    /// A day.
    public func day(_ ms: Int64) -> String { dated(ms, "yMMMMd") }

    /// A time of day.
    public func time(_ ms: Int64) -> String { dated(ms, "jmm") }

    /// A day of the week, its date and the time.
    public func moment(_ ms: Int64) -> String { "\(dated(ms, "yMMMMdEEEE")), \(time(ms))" }

    private func dated(_ ms: Int64, _ parts: String) -> String {
        let format = DateFormatter()
        format.locale = locale
        format.timeZone = timeZone
        format.setLocalizedDateFormatFromTemplate(parts)
        return format.string(from: Date(ms: ms))
    }
}
