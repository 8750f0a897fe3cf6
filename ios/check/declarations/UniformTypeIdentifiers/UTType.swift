// Mirrors the kinds of file.
import Foundation

public struct UTType: Hashable, Sendable {
    public init?(_ identifier: String) { fatalError() }
    public init?(filenameExtension: String, conformingTo supertype: UTType = .data) { fatalError() }
    public init?(mimeType: String, conformingTo supertype: UTType = .data) { fatalError() }
    public init(exportedAs identifier: String, conformingTo parentType: UTType? = nil) { fatalError() }
    public init(importedAs identifier: String, conformingTo parentType: UTType? = nil) { fatalError() }
    public var identifier: String { fatalError() }
    public var preferredFilenameExtension: String? { fatalError() }
    public var localizedDescription: String? { fatalError() }
    public func conforms(to type: UTType) -> Bool { fatalError() }
    public static var item: UTType { fatalError() }
    public static var content: UTType { fatalError() }
    public static var data: UTType { fatalError() }
    public static var folder: UTType { fatalError() }
    public static var database: UTType { fatalError() }
    public static var archive: UTType { fatalError() }
    public static var zip: UTType { fatalError() }
    public static var text: UTType { fatalError() }
    public static var plainText: UTType { fatalError() }
    public static var xml: UTType { fatalError() }
    public static var json: UTType { fatalError() }
    public static var image: UTType { fatalError() }
}
