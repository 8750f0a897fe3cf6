// Mirrors the part of ObjectiveC that `#selector` needs.
public struct Selector: Hashable, ExpressibleByStringLiteral {
    // The compiler makes selectors itself, and wants the one pointer that is in them.
    let ptr: OpaquePointer
    public init(_ str: String) { fatalError() }
    public init(stringLiteral value: String) { fatalError() }
}
