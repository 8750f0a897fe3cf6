// A file of another app, or one that the traveller chose: lent by the phone, and to be read only while it is lent.
import Foundation

/// A file that may be read for a while.
public struct LentFile: Sendable {
    /// What it is called there, whatever that may be.
    public let name: String

    /// Lends it; blocks until it is there, and may take as long as another app likes.
    let lend: @Sendable (_ read: (URL) throws -> Void) throws -> Void

    public init(
        _ name: String, _ lend: @escaping @Sendable (_ read: (URL) throws -> Void) throws -> Void
    ) {
        (self.name, self.lend) = (name, lend)
    }

    /// One that the phone could not hand over.
    public init(failed error: any Error) {
        self.init("") { _ in throw error }
    }
}
