// Mirrors the part of ObjectiveC that `#selector` needs.
public struct Selector: Hashable, ExpressibleByStringLiteral {
    public init(_ str: String) { fatalError() }
    public init(stringLiteral value: String) { fatalError() }
}
