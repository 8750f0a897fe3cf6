// Mirrors colours and what else may fill a shape.
public protocol ShapeStyle: Sendable {
    associatedtype Resolved: ShapeStyle = Never
}

extension Never: ShapeStyle {
    public typealias Resolved = Never
}

extension ShapeStyle {
    public func opacity(_ opacity: Double) -> some ShapeStyle { Color.clear }
}

public struct Color: Hashable, ShapeStyle, View, Sendable {
    public typealias Body = Never
    public typealias Resolved = Never
    nonisolated public init(
        _ colorSpace: Color.RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1
    ) {
        fatalError()
    }
    nonisolated public init(_ colorSpace: Color.RGBColorSpace = .sRGB, white: Double, opacity: Double = 1) {
        fatalError()
    }
    nonisolated public init(_ name: String, bundle: Bundle? = nil) { fatalError() }
    nonisolated public init(uiColor: UIColor) { fatalError() }
    nonisolated public func opacity(_ opacity: Double) -> Color { fatalError() }

    nonisolated public static let red = Color(white: 0)
    nonisolated public static let orange = Color(white: 0)
    nonisolated public static let yellow = Color(white: 0)
    nonisolated public static let green = Color(white: 0)
    nonisolated public static let mint = Color(white: 0)
    nonisolated public static let teal = Color(white: 0)
    nonisolated public static let cyan = Color(white: 0)
    nonisolated public static let blue = Color(white: 0)
    nonisolated public static let indigo = Color(white: 0)
    nonisolated public static let purple = Color(white: 0)
    nonisolated public static let pink = Color(white: 0)
    nonisolated public static let brown = Color(white: 0)
    nonisolated public static let white = Color(white: 0)
    nonisolated public static let gray = Color(white: 0)
    nonisolated public static let black = Color(white: 0)
    nonisolated public static let clear = Color(white: 0)
    nonisolated public static let primary = Color(white: 0)
    nonisolated public static let secondary = Color(white: 0)
    nonisolated public static var accentColor: Color { fatalError() }

    public enum RGBColorSpace: Hashable, Sendable {
        case sRGB
        case sRGBLinear
        case displayP3
    }
}

extension ShapeStyle where Self == Color {
    public static var red: Color { fatalError() }
    public static var orange: Color { fatalError() }
    public static var yellow: Color { fatalError() }
    public static var green: Color { fatalError() }
    public static var mint: Color { fatalError() }
    public static var teal: Color { fatalError() }
    public static var cyan: Color { fatalError() }
    public static var blue: Color { fatalError() }
    public static var indigo: Color { fatalError() }
    public static var purple: Color { fatalError() }
    public static var pink: Color { fatalError() }
    public static var brown: Color { fatalError() }
    public static var white: Color { fatalError() }
    public static var gray: Color { fatalError() }
    public static var black: Color { fatalError() }
    public static var clear: Color { fatalError() }
}

public struct HierarchicalShapeStyle: ShapeStyle {
    public static let primary = HierarchicalShapeStyle()
    public static let secondary = HierarchicalShapeStyle()
    public static let tertiary = HierarchicalShapeStyle()
    public static let quaternary = HierarchicalShapeStyle()
}

extension ShapeStyle where Self == HierarchicalShapeStyle {
    public static var primary: HierarchicalShapeStyle { fatalError() }
    public static var secondary: HierarchicalShapeStyle { fatalError() }
    public static var tertiary: HierarchicalShapeStyle { fatalError() }
    public static var quaternary: HierarchicalShapeStyle { fatalError() }
}

public struct TintShapeStyle: ShapeStyle {
    public init() {}
}

public struct BackgroundStyle: ShapeStyle {
    public init() {}
}

public struct ForegroundStyle: ShapeStyle {
    public init() {}
}

public struct SeparatorShapeStyle: ShapeStyle {
    public init() {}
}

extension ShapeStyle where Self == TintShapeStyle {
    public static var tint: TintShapeStyle { fatalError() }
}

extension ShapeStyle where Self == BackgroundStyle {
    public static var background: BackgroundStyle { fatalError() }
}

extension ShapeStyle where Self == ForegroundStyle {
    public static var foreground: ForegroundStyle { fatalError() }
}

extension ShapeStyle where Self == SeparatorShapeStyle {
    public static var separator: SeparatorShapeStyle { fatalError() }
}

public struct Material: ShapeStyle {
    public static let regular = Material()
    public static let thick = Material()
    public static let thin = Material()
    public static let ultraThin = Material()
    public static let ultraThick = Material()
    public static let bar = Material()
}

extension ShapeStyle where Self == Material {
    public static var regularMaterial: Material { fatalError() }
    public static var thickMaterial: Material { fatalError() }
    public static var thinMaterial: Material { fatalError() }
    public static var ultraThinMaterial: Material { fatalError() }
    public static var ultraThickMaterial: Material { fatalError() }
    public static var bar: Material { fatalError() }
}

public struct AnyShapeStyle: ShapeStyle {
    public init<S: ShapeStyle>(_ style: S) { fatalError() }
}

public enum ColorScheme: Hashable, CaseIterable, Sendable {
    case light
    case dark
}

public enum ColorSchemeContrast: Hashable, CaseIterable, Sendable {
    case standard
    case increased
}

extension View {
    nonisolated public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { EmptyView() }
    nonisolated public func foregroundStyle<S1: ShapeStyle, S2: ShapeStyle>(_ primary: S1, _ secondary: S2) -> some View
    {
        EmptyView()
    }
    nonisolated public func tint<S: ShapeStyle>(_ tint: S?) -> some View { EmptyView() }
    nonisolated public func tint(_ tint: Color?) -> some View { EmptyView() }
    nonisolated public func preferredColorScheme(_ colorScheme: ColorScheme?) -> some View { EmptyView() }
}
