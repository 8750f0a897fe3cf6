// Mirrors the gesture of two fingers that makes something larger.
public struct MagnifyGesture: Gesture {
    public typealias Body = Never
    public var minimumScaleDelta: CGFloat
    nonisolated public init(minimumScaleDelta: CGFloat = 0.01) { fatalError() }

    public struct Value: Equatable, Sendable {
        public var time: Date
        public var magnification: CGFloat
        public var velocity: CGFloat
        public var startAnchor: UnitPoint
        public var startLocation: CGPoint
    }
}
