// Mirrors what may be handed to another app; an app's own kinds of thing it hands on as files or addresses.
import Foundation
@_exported import UniformTypeIdentifiers

public protocol Transferable {
    associatedtype Representation: TransferRepresentation
    @TransferRepresentationBuilder<Self> static var transferRepresentation: Self.Representation { get }
}

public protocol TransferRepresentation: Sendable {
    associatedtype Item: Transferable
    associatedtype Body: TransferRepresentation
    @TransferRepresentationBuilder<Self.Item> var body: Self.Body { get }
}

extension Never: Transferable, TransferRepresentation {
    public typealias Item = Never
    public typealias Body = Never
    public static var transferRepresentation: Never { fatalError() }
    public var body: Never { fatalError() }
}

extension TransferRepresentation where Body == Never {
    public var body: Never { fatalError() }
}

@resultBuilder public struct TransferRepresentationBuilder<Item: Transferable> {
    public static func buildBlock<Content: TransferRepresentation>(_ content: Content) -> Content
    where Item == Content.Item { content }
}

public struct FileRepresentation<Item: Transferable>: TransferRepresentation {
    public typealias Body = Never
    public init(
        exportedContentType: UTType, shouldAllowToOpenInPlace: Bool = false,
        exporting: @escaping @Sendable (Item) async throws -> SentTransferredFile
    ) { fatalError() }
}

public struct DataRepresentation<Item: Transferable>: TransferRepresentation {
    public typealias Body = Never
    public init(exportedContentType: UTType, exporting: @escaping @Sendable (Item) async throws -> Data) {
        fatalError()
    }
}

public struct SentTransferredFile: Sendable {
    public init(_ file: URL, allowAccessingOriginalFile: Bool = false) { fatalError() }
}

extension TransferRepresentation {
    public func suggestedFileName(_ fileName: String) -> some TransferRepresentation { self }
}

extension URL: Transferable {
    public static var transferRepresentation: some TransferRepresentation {
        DataRepresentation<URL>(exportedContentType: .data) { _ in Data() }
    }
}

extension String: Transferable {
    public static var transferRepresentation: some TransferRepresentation {
        DataRepresentation<String>(exportedContentType: .data) { _ in Data() }
    }
}

extension Data: Transferable {
    public static var transferRepresentation: some TransferRepresentation {
        DataRepresentation<Data>(exportedContentType: .data) { _ in Data() }
    }
}
