// Numbers by the thousand, read where they lie in the bytes that came over the border.
// How they are packed is said in `bindings/src/packed.rs`; nothing here draws or measures.
import Foundation

/// Positions of a line, read in place.
public struct Coordinates: Sendable, RandomAccessCollection {
    private let packed: PackedDoubles

    /// Of the bytes of `RouteBundle.line`, `RecordingLine.positions` or `SearchAnswer.positions`; nothing where their
    /// length is not that of whole positions.
    public init?(_ bytes: Data) {
        guard let packed = PackedDoubles(bytes), packed.count.isMultiple(of: 2) else { return nil }
        self.packed = packed
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { packed.count / 2 }

    public subscript(number: Int) -> Position {
        Position(lat: packed[2 * number], lon: packed[2 * number + 1])
    }
}

/// The heights of a line's vertices in metres, read in place.
public struct Heights: Sendable, RandomAccessCollection {
    private let packed: PackedDoubles

    /// Of the bytes of `RouteBundle.heights`; nothing where their length is not that of whole heights.
    public init?(_ bytes: Data) {
        guard let packed = PackedDoubles(bytes) else { return nil }
        self.packed = packed
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { packed.count }

    public subscript(number: Int) -> Double { packed[number] }
}

/// Doubles, little-endian, one after another, wherever in memory they begin.
private struct PackedDoubles: Sendable {
    private static let width = MemoryLayout<UInt64>.size
    private let bytes: Data
    let count: Int

    init?(_ bytes: Data) {
        guard bytes.count.isMultiple(of: Self.width) else { return nil }
        self.bytes = bytes
        count = bytes.count / Self.width
    }

    subscript(number: Int) -> Double {
        precondition((0..<count).contains(number), "there are \(count) numbers and no number \(number)")
        return bytes.withUnsafeBytes { raw in
            let bits = raw.loadUnaligned(fromByteOffset: number * Self.width, as: UInt64.self)
            return Double(bitPattern: UInt64(littleEndian: bits))
        }
    }
}

extension RouteBundle {
    /// The line of a route, to be read in place.
    public func coordinates(route: String) throws -> Coordinates {
        try whole(Coordinates(line(route: route)))
    }

    /// The height of each vertex of a route's line; nothing where they are not known.
    public func heightsOfVertices(route: String) throws -> Heights? {
        try heights(route: route).map { try whole(Heights($0)) }
    }
}

extension RecordingLine {
    /// All positions, to be read in place.
    public var coordinates: Coordinates { get throws { try whole(Coordinates(positions)) } }
}

extension SearchAnswer {
    /// Where each thing found is, to be read in place.
    public var coordinates: Coordinates { get throws { try whole(Coordinates(positions)) } }
}

/// Rust hands out whole positions and heights; anything else is a fault of ours.
private func whole<Numbers>(_ numbers: Numbers?) throws(RouteGuideError) -> Numbers {
    guard let numbers else { throw .unexpected("bytes that are no whole numbers") }
    return numbers
}
