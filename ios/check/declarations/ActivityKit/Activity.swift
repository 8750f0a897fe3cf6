// Mirrors a Live Activity: what it carries, and how it starts, changes and ends.
@_exported import FoundationOnApple

public protocol ActivityAttributes: Decodable, Encodable {
    associatedtype ContentState: Decodable, Encodable, Hashable
}

public struct ActivityContent<State: Decodable & Encodable & Hashable> {
    public let state: State
    public let staleDate: Date?
    public let relevanceScore: Double
    public init(state: State, staleDate: Date?, relevanceScore: Double = 0) { fatalError() }
}

extension ActivityContent: Sendable where State: Sendable {}

// Not sendable, and its methods belong to no actor.
public class Activity<Attributes: ActivityAttributes>: Identifiable {
    public typealias ContentState = Attributes.ContentState
    public let id: String
    public let attributes: Attributes
    init() { fatalError() }
    public var content: ActivityContent<ContentState> { fatalError() }
    public var activityState: ActivityState { fatalError() }
    public var activityStateUpdates: ActivityStateUpdates { fatalError() }
    public static var activities: [Activity<Attributes>] { fatalError() }
    public static func request(
        attributes: Attributes, content: ActivityContent<ContentState>, pushType: PushType? = nil
    ) throws -> Activity<Attributes> { fatalError() }
    public func update(_ content: ActivityContent<ContentState>) async { fatalError() }
    public func update(
        _ content: ActivityContent<ContentState>, alertConfiguration: AlertConfiguration? = nil
    ) async { fatalError() }
    public func end(
        _ content: ActivityContent<ContentState>?, dismissalPolicy: ActivityUIDismissalPolicy = .default
    ) async { fatalError() }

    public struct ActivityStateUpdates: AsyncSequence, Sendable {
        public typealias Element = ActivityState
        public func makeAsyncIterator() -> Iterator { fatalError() }

        public struct Iterator: AsyncIteratorProtocol {
            public mutating func next() async -> ActivityState? { fatalError() }
        }
    }
}

public struct PushType: Equatable, Sendable {
    public static var token: PushType { fatalError() }
}

public enum ActivityState: Codable, Hashable, Sendable {
    case active
    case ended
    case dismissed
    case stale
}

public struct ActivityUIDismissalPolicy: Sendable {
    public static var `default`: ActivityUIDismissalPolicy { fatalError() }
    public static var immediate: ActivityUIDismissalPolicy { fatalError() }
    public static func after(_ date: Date) -> ActivityUIDismissalPolicy { fatalError() }
}

public struct AlertConfiguration: Sendable {
    public init(title: LocalizedStringResource, body: LocalizedStringResource, sound: AlertConfiguration.AlertSound) {
        fatalError()
    }

    public struct AlertSound: Sendable {
        public static let `default` = AlertSound()
    }
}

public class ActivityAuthorizationInfo: @unchecked Sendable {
    public init() { fatalError() }
    public var areActivitiesEnabled: Bool { fatalError() }
}

public enum ActivityAuthorizationError: Error, Sendable {
    case denied
    case globalMaximumExceeded
    case targetMaximumExceeded
    case unsupported
    case visibility
}
