// Mirrors edges, insets, alignments, angles and points within a unit.
public enum Axis: Int8, CaseIterable, Sendable {
    case horizontal
    case vertical

    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { fatalError() }
        public static let horizontal = Set(rawValue: 1)
        public static let vertical = Set(rawValue: 1)
    }
}

public enum Edge: Int8, CaseIterable, Sendable {
    case top
    case leading
    case bottom
    case trailing

    public struct Set: OptionSet, Sendable {
        public let rawValue: Int8
        public init(rawValue: Int8) { fatalError() }
        public init(_ e: Edge) { fatalError() }
        public static let top = Set(rawValue: 1)
        public static let leading = Set(rawValue: 1)
        public static let bottom = Set(rawValue: 1)
        public static let trailing = Set(rawValue: 1)
        public static let all = Set(rawValue: 1)
        public static let horizontal = Set(rawValue: 1)
        public static let vertical = Set(rawValue: 1)
    }
}

public enum HorizontalEdge: Int8, CaseIterable, Sendable {
    case leading
    case trailing
}

public enum VerticalEdge: Int8, CaseIterable, Sendable {
    case top
    case bottom
}

public struct EdgeInsets: Equatable, Sendable {
    public var top: CGFloat
    public var leading: CGFloat
    public var bottom: CGFloat
    public var trailing: CGFloat
    public init() { fatalError() }
    public init(top: CGFloat, leading: CGFloat, bottom: CGFloat, trailing: CGFloat) { fatalError() }
}

public struct HorizontalAlignment: Equatable, Sendable {
    public static let leading = HorizontalAlignment()
    public static let center = HorizontalAlignment()
    public static let trailing = HorizontalAlignment()
}

public struct VerticalAlignment: Equatable, Sendable {
    public static let top = VerticalAlignment()
    public static let center = VerticalAlignment()
    public static let bottom = VerticalAlignment()
    public static let firstTextBaseline = VerticalAlignment()
    public static let lastTextBaseline = VerticalAlignment()
}

public struct Alignment: Equatable, Sendable {
    public var horizontal: HorizontalAlignment
    public var vertical: VerticalAlignment
    public init(horizontal: HorizontalAlignment, vertical: VerticalAlignment) { fatalError() }
    public static let center = Alignment(horizontal: .center, vertical: .center)
    public static let leading = Alignment(horizontal: .center, vertical: .center)
    public static let trailing = Alignment(horizontal: .center, vertical: .center)
    public static let top = Alignment(horizontal: .center, vertical: .center)
    public static let bottom = Alignment(horizontal: .center, vertical: .center)
    public static let topLeading = Alignment(horizontal: .center, vertical: .center)
    public static let topTrailing = Alignment(horizontal: .center, vertical: .center)
    public static let bottomLeading = Alignment(horizontal: .center, vertical: .center)
    public static let bottomTrailing = Alignment(horizontal: .center, vertical: .center)
}

public struct Angle: Hashable, Comparable, Sendable {
    public var radians: Double
    public var degrees: Double
    public init() { fatalError() }
    public init(radians: Double) { fatalError() }
    public init(degrees: Double) { fatalError() }
    public static func radians(_ radians: Double) -> Angle { fatalError() }
    public static func degrees(_ degrees: Double) -> Angle { fatalError() }
    public static let zero = Angle()
    public static func < (lhs: Angle, rhs: Angle) -> Bool { fatalError() }
    public static func + (lhs: Angle, rhs: Angle) -> Angle { fatalError() }
    public static func - (lhs: Angle, rhs: Angle) -> Angle { fatalError() }
    public static prefix func - (angle: Angle) -> Angle { fatalError() }
}

public struct UnitPoint: Hashable, Sendable {
    public var x: CGFloat
    public var y: CGFloat
    public init() { fatalError() }
    public init(x: CGFloat, y: CGFloat) { fatalError() }
    public static let zero = UnitPoint()
    public static let center = UnitPoint()
    public static let leading = UnitPoint()
    public static let trailing = UnitPoint()
    public static let top = UnitPoint()
    public static let bottom = UnitPoint()
    public static let topLeading = UnitPoint()
    public static let topTrailing = UnitPoint()
    public static let bottomLeading = UnitPoint()
    public static let bottomTrailing = UnitPoint()
}

public enum LayoutDirection: Hashable, CaseIterable, Sendable {
    case leftToRight
    case rightToLeft
}

public enum UserInterfaceSizeClass: Sendable {
    case compact
    case regular
}
