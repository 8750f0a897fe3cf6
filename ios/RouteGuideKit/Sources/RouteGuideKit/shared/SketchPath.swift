// The shapes of a drawn cover, as lines that a canvas takes: the core has laid them out in a box.
import Foundation
import RouteGuide

extension SketchShape {
    /// The points of each piece, x and y, in the box that was asked for.
    public var lines: [[(x: Float, y: Float)]] {
        let count = points.count / (2 * MemoryLayout<Float>.size)
        let begins = pieces.map(Int.init) + [count]
        return points.withUnsafeBytes { bytes in
            func number(_ at: Int) -> Float {
                Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * at, as: UInt32.self)))
            }
            return zip(begins, begins.dropFirst()).map { from, to in
                (from..<to).map { (number(2 * $0), number(2 * $0 + 1)) }
            }
        }
    }
}

/// The box that covers are laid out in.
public enum CoverBox {
    public static let width = 360.0
    public static let height = 180.0
}
