// How much room something takes, as the traveller writes it.
import Foundation

extension Wording {
    /// A number of bytes, in the unit that keeps it short.
    public func size(_ bytes: UInt64) -> String {
        Int64(clamping: bytes).formatted(.byteCount(style: .file).locale(locale))
    }
}
