// Mirrors text: what stands in it, and how it is set.
public struct LocalizedStringKey: Equatable, ExpressibleByStringInterpolation {
    public init(_ value: String) { fatalError() }
    public init(stringLiteral value: String) { fatalError() }
    public init(stringInterpolation: LocalizedStringKey.StringInterpolation) { fatalError() }

    public struct StringInterpolation: StringInterpolationProtocol {
        public init(literalCapacity: Int, interpolationCount: Int) { fatalError() }
        public mutating func appendLiteral(_ literal: String) { fatalError() }
        public mutating func appendInterpolation(_ string: String) { fatalError() }
        public mutating func appendInterpolation<T: _FormatSpecifiable>(_ value: T) { fatalError() }
        public mutating func appendInterpolation<T: _FormatSpecifiable>(_ value: T, specifier: String) { fatalError() }
        public mutating func appendInterpolation<F: FormatStyle>(_ input: F.FormatInput, format: F)
        where F.FormatInput: Equatable, F.FormatOutput == String { fatalError() }
        public mutating func appendInterpolation(_ text: Text) { fatalError() }
        public mutating func appendInterpolation(_ image: Image) { fatalError() }
        public mutating func appendInterpolation(_ date: Date, style: Text.DateStyle) { fatalError() }
    }
}

public protocol _FormatSpecifiable: Equatable {}
extension Int: _FormatSpecifiable {}
extension UInt: _FormatSpecifiable {}
extension Int32: _FormatSpecifiable {}
extension Int64: _FormatSpecifiable {}
extension Float: _FormatSpecifiable {}
extension Double: _FormatSpecifiable {}
extension CGFloat: _FormatSpecifiable {}

public struct Text: Equatable, Sendable {
    public init(verbatim content: String) { fatalError() }
    @_disfavoredOverload public init<S: StringProtocol>(_ content: S) { fatalError() }
    public init(
        _ key: LocalizedStringKey, tableName: String? = nil, bundle: Bundle? = nil, comment: StaticString? = nil
    ) { fatalError() }
    @_disfavoredOverload public init(_ resource: LocalizedStringResource) { fatalError() }
    public init(_ attributedContent: AttributedString) { fatalError() }
    public init(_ image: Image) { fatalError() }
    public init(_ date: Date, style: Text.DateStyle) { fatalError() }
    public init(_ dates: ClosedRange<Date>) { fatalError() }
    public init(
        timerInterval: ClosedRange<Date>, pauseTime: Date? = nil, countsDown: Bool = true, showsHours: Bool = true
    ) { fatalError() }
    public init<F: FormatStyle>(_ input: F.FormatInput, format: F)
    where F.FormatInput: Equatable, F.FormatOutput == String { fatalError() }

    public struct DateStyle: Equatable, Sendable {
        public static let time = DateStyle()
        public static let date = DateStyle()
        public static let relative = DateStyle()
        public static let offset = DateStyle()
        public static let timer = DateStyle()
    }

    public enum Case: Hashable, Sendable {
        case uppercase
        case lowercase
    }

    public enum TruncationMode: Hashable, Sendable {
        case head
        case tail
        case middle
    }

    public struct LineStyle: Hashable, Sendable {
        public static let single = LineStyle()
    }
}

extension Text: View {
    public typealias Body = Never
}

extension Text {
    public static func + (lhs: Text, rhs: Text) -> Text { fatalError() }
    public func font(_ font: Font?) -> Text { fatalError() }
    public func fontWeight(_ weight: Font.Weight?) -> Text { fatalError() }
    public func fontDesign(_ design: Font.Design?) -> Text { fatalError() }
    public func bold() -> Text { fatalError() }
    public func bold(_ isActive: Bool) -> Text { fatalError() }
    public func italic() -> Text { fatalError() }
    public func italic(_ isActive: Bool) -> Text { fatalError() }
    public func monospaced(_ isActive: Bool = true) -> Text { fatalError() }
    public func monospacedDigit() -> Text { fatalError() }
    public func underline(_ isActive: Bool = true, color: Color? = nil) -> Text { fatalError() }
    public func strikethrough(_ isActive: Bool = true, color: Color? = nil) -> Text { fatalError() }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text { fatalError() }
    public func foregroundColor(_ color: Color?) -> Text { fatalError() }
    public func kerning(_ kerning: CGFloat) -> Text { fatalError() }
    public func tracking(_ tracking: CGFloat) -> Text { fatalError() }
    public func baselineOffset(_ baselineOffset: CGFloat) -> Text { fatalError() }
    public func accessibilityLabel(_ label: Text) -> Text { fatalError() }
    public func accessibilityLabel(_ labelKey: LocalizedStringKey) -> Text { fatalError() }
    @_disfavoredOverload public func accessibilityLabel<S: StringProtocol>(_ label: S) -> Text { fatalError() }
    public func accessibilityHeading(_ level: AccessibilityHeadingLevel) -> Text { fatalError() }
    public func speechSpellsOutCharacters(_ value: Bool = true) -> Text { fatalError() }
}

public enum TextAlignment: Hashable, CaseIterable, Sendable {
    case leading
    case center
    case trailing
}

extension View {
    nonisolated public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { EmptyView() }
    nonisolated public func lineLimit(_ number: Int?) -> some View { EmptyView() }
    nonisolated public func lineLimit(_ limit: PartialRangeFrom<Int>) -> some View { EmptyView() }
    nonisolated public func lineLimit(_ limit: PartialRangeThrough<Int>) -> some View { EmptyView() }
    nonisolated public func lineLimit(_ limit: ClosedRange<Int>) -> some View { EmptyView() }
    nonisolated public func lineLimit(_ limit: Int, reservesSpace: Bool) -> some View { EmptyView() }
    nonisolated public func lineSpacing(_ lineSpacing: CGFloat) -> some View { EmptyView() }
    nonisolated public func minimumScaleFactor(_ factor: CGFloat) -> some View { EmptyView() }
    nonisolated public func truncationMode(_ mode: Text.TruncationMode) -> some View { EmptyView() }
    nonisolated public func allowsTightening(_ flag: Bool) -> some View { EmptyView() }
    nonisolated public func textCase(_ textCase: Text.Case?) -> some View { EmptyView() }
    nonisolated public func textSelection<S: TextSelectability>(_ selectability: S) -> some View { EmptyView() }
    nonisolated public func bold(_ isActive: Bool = true) -> some View { EmptyView() }
    nonisolated public func italic(_ isActive: Bool = true) -> some View { EmptyView() }
    nonisolated public func underline(
        _ isActive: Bool = true, pattern: Text.LineStyle.Pattern = .solid, color: Color? = nil
    ) -> some View { EmptyView() }
    nonisolated public func monospacedDigit() -> some View { EmptyView() }
    nonisolated public func monospaced(_ isActive: Bool = true) -> some View { EmptyView() }
}

extension Text.LineStyle {
    public struct Pattern: Sendable {
        public static let solid = Pattern()
        public static let dot = Pattern()
        public static let dash = Pattern()
    }
}

public protocol TextSelectability {
    static var allowsSelection: Bool { get }
}

public struct EnabledTextSelectability: TextSelectability {
    public static let allowsSelection: Bool = true
}

public struct DisabledTextSelectability: TextSelectability {
    public static let allowsSelection: Bool = false
}

extension TextSelectability where Self == EnabledTextSelectability {
    public static var enabled: EnabledTextSelectability { fatalError() }
}

extension TextSelectability where Self == DisabledTextSelectability {
    public static var disabled: DisabledTextSelectability { fatalError() }
}
