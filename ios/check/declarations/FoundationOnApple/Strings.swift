// Mirrors Foundation's localised strings, which Foundation on Linux lacks.
import Foundation

extension String {
    public struct LocalizationValue: Equatable, ExpressibleByStringInterpolation, Sendable {
        public init(_ value: String) { fatalError() }
        public init(stringLiteral value: String) { fatalError() }
    }

    public init(
        localized keyAndValue: String.LocalizationValue, table: String? = nil, bundle: Bundle? = nil,
        locale: Locale = .current, comment: StaticString? = nil
    ) { fatalError() }

    public init(localized resource: LocalizedStringResource) { fatalError() }
}

public struct LocalizedStringResource: Equatable, ExpressibleByStringInterpolation, Sendable {
    public let key: String
    public var locale: Locale
    public init(stringLiteral value: String) { fatalError() }
    public init(_ keyAndValue: String.LocalizationValue, table: String? = nil, locale: Locale = .current) {
        fatalError()
    }
}
