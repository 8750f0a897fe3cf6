// Mirrors what CoreGraphics gives everyone: the sizes and points, which on Linux stand in Foundation.
@_exported import struct Foundation.CGFloat
@_exported import struct Foundation.CGPoint
@_exported import struct Foundation.CGRect
@_exported import struct Foundation.CGSize

// Of a plane's turning and moving only what shapes and labels ask for.
public struct CGAffineTransform: Equatable, Sendable {
    public static let identity = CGAffineTransform()
    public init() { fatalError() }
    public init(rotationAngle angle: CGFloat) { fatalError() }
    public init(scaleX sx: CGFloat, y sy: CGFloat) { fatalError() }
    public init(translationX tx: CGFloat, y ty: CGFloat) { fatalError() }
}

public enum CGLineCap: Int32, Sendable {
    case butt
    case round
    case square
}

public enum CGLineJoin: Int32, Sendable {
    case miter
    case round
    case bevel
}
