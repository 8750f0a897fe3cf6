// Mirrors what a button outside the app may ask of it.
@_exported import FoundationOnApple

public protocol AppIntent: Sendable {
    associatedtype PerformResult: IntentResult
    static var title: LocalizedStringResource { get }
    static var description: IntentDescription? { get }
    static var openAppWhenRun: Bool { get }
    static var isDiscoverable: Bool { get }
    init()
    func perform() async throws -> Self.PerformResult
}

extension AppIntent {
    public static var description: IntentDescription? { fatalError() }
    public static var openAppWhenRun: Bool { fatalError() }
    public static var isDiscoverable: Bool { fatalError() }
}

public protocol LiveActivityIntent: AppIntent {}

public struct IntentDescription: ExpressibleByStringLiteral, Sendable {
    public init(stringLiteral value: String) { fatalError() }
    public init(_ descriptionText: LocalizedStringResource) { fatalError() }
}

public protocol IntentResult: Sendable {}

public struct IntentResultContainer<Value, OpensIntent, Snippet, Dialog>: IntentResult {}

extension IntentResult where Self == IntentResultContainer<Never, Never, Never, Never> {
    public static func result() -> Self { fatalError() }
}
