// Mirrors how Foundation on Apple's systems waits for files of other apps and of clouds.
import Foundation

open class NSFileCoordinator: NSObject {
    open func coordinate(
        readingItemAt url: URL, options: NSFileCoordinator.ReadingOptions = [],
        error outError: inout NSError?, byAccessor reader: (URL) -> Void
    ) { fatalError() }

    public struct ReadingOptions: OptionSet, Sendable {
        public let rawValue: UInt
        public init(rawValue: UInt) { fatalError() }
        public static var withoutChanges: ReadingOptions { fatalError() }
    }
}
