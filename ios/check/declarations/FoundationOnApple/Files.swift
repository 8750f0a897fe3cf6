// Mirrors what Foundation on Apple's systems knows about files beyond Foundation on Linux.
import Foundation

extension URL {
    public func startAccessingSecurityScopedResource() -> Bool { fatalError() }
    public func stopAccessingSecurityScopedResource() { fatalError() }
}

open class FileWrapper: NSObject {
    public init(url: URL, options: FileWrapper.ReadingOptions = []) throws { fatalError() }
    public init(regularFileWithContents contents: Data) { fatalError() }
    public init(directoryWithFileWrappers childrenByPreferredName: [String: FileWrapper]) { fatalError() }
    open var regularFileContents: Data? { fatalError() }
    open var filename: String? {
        get { fatalError() }
        set { fatalError() }
    }
    open var preferredFilename: String? {
        get { fatalError() }
        set { fatalError() }
    }

    public struct ReadingOptions: OptionSet, Sendable {
        public let rawValue: UInt
        public init(rawValue: UInt) { fatalError() }
        public static var immediate: ReadingOptions { fatalError() }
        public static var withoutMapping: ReadingOptions { fatalError() }
    }
}

open class NSItemProvider: NSObject, @unchecked Sendable {}
