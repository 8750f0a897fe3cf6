// Mirrors drawing by hand.
public struct Canvas<Symbols: View>: View {
    public typealias Body = Never
}

extension Canvas where Symbols == EmptyView {
    nonisolated public init(
        opaque: Bool = false, colorMode: ColorRenderingMode = .nonLinear, rendersAsynchronously: Bool = false,
        renderer: @escaping (inout GraphicsContext, CGSize) -> Void
    ) { fatalError() }
}

public enum ColorRenderingMode: Sendable {
    case nonLinear
    case linear
    case extendedLinear
}

public struct GraphicsContext {
    public var opacity: Double {
        get { fatalError() }
        set { fatalError() }
    }
    public var environment: EnvironmentValues { fatalError() }
    public mutating func scaleBy(x: CGFloat, y: CGFloat) { fatalError() }
    public mutating func translateBy(x: CGFloat, y: CGFloat) { fatalError() }
    public mutating func rotate(by angle: Angle) { fatalError() }
    public mutating func clip(to path: Path, style: FillStyle = FillStyle()) { fatalError() }
    public func drawLayer(content: (inout GraphicsContext) throws -> Void) rethrows { fatalError() }
    public func fill(_ path: Path, with shading: GraphicsContext.Shading, style: FillStyle = FillStyle()) {
        fatalError()
    }
    public func stroke(_ path: Path, with shading: GraphicsContext.Shading, style: StrokeStyle) { fatalError() }
    public func stroke(_ path: Path, with shading: GraphicsContext.Shading, lineWidth: CGFloat = 1) { fatalError() }
    public func resolve(_ image: Image) -> GraphicsContext.ResolvedImage { fatalError() }
    public func draw(_ image: GraphicsContext.ResolvedImage, at point: CGPoint, anchor: UnitPoint = .center) {
        fatalError()
    }
    public func draw(_ image: GraphicsContext.ResolvedImage, in rect: CGRect) { fatalError() }
    public func draw(_ image: Image, at point: CGPoint, anchor: UnitPoint = .center) { fatalError() }
    public func draw(_ image: Image, in rect: CGRect) { fatalError() }
    public func resolve(_ text: Text) -> GraphicsContext.ResolvedText { fatalError() }
    public func draw(_ text: GraphicsContext.ResolvedText, at point: CGPoint, anchor: UnitPoint = .center) {
        fatalError()
    }
    public func draw(_ text: GraphicsContext.ResolvedText, in rect: CGRect) { fatalError() }
    public func draw(_ text: Text, at point: CGPoint, anchor: UnitPoint = .center) { fatalError() }
    public func draw(_ text: Text, in rect: CGRect) { fatalError() }

    public struct Shading: Sendable {
        public static func color(_ color: Color) -> Shading { fatalError() }
        public static func style<S: ShapeStyle>(_ style: S) -> Shading { fatalError() }
        public static var foreground: Shading { fatalError() }
    }

    public struct ResolvedImage {
        public var size: CGSize { fatalError() }
        public var shading: GraphicsContext.Shading?
    }

    public struct ResolvedText {
        public var shading: GraphicsContext.Shading
        public func measure(in size: CGSize) -> CGSize { fatalError() }
    }
}
