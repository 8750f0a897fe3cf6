// Mirrors what Foundation on Apple's systems tells about the phone: its heat, its battery's saving, its notifications.
import Foundation

extension ProcessInfo {
    public enum ThermalState: Int, Sendable {
        case nominal
        case fair
        case serious
        case critical
    }

    public var thermalState: ProcessInfo.ThermalState { fatalError() }
    public var isLowPowerModeEnabled: Bool { fatalError() }
    public class var thermalStateDidChangeNotification: NSNotification.Name { fatalError() }
    public func performExpiringActivity(withReason reason: String, using block: @escaping @Sendable (Bool) -> Void) {}
}

extension NSNotification.Name {
    public static var NSProcessInfoPowerStateDidChange: NSNotification.Name { fatalError() }
}

extension NotificationCenter {
    public final class Notifications: AsyncSequence {
        public typealias Element = Notification
        public struct Iterator: AsyncIteratorProtocol {
            public mutating func next() async -> Notification? { fatalError() }
        }
        public func makeAsyncIterator() -> Iterator { fatalError() }
    }

    public func notifications(named name: Notification.Name, object: (any AnyObject & Sendable)? = nil) -> Notifications
    {
        fatalError()
    }
}
