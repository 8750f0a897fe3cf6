// Mirrors what a notification says, how it sounds, and when it comes.
open class UNNotification: NSObject, @unchecked Sendable {
    open var date: Date { fatalError() }
    open var request: UNNotificationRequest { fatalError() }
}

open class UNNotificationResponse: NSObject, @unchecked Sendable {
    open var notification: UNNotification { fatalError() }
    open var actionIdentifier: String { fatalError() }
}

open class UNNotificationRequest: NSObject, @unchecked Sendable {
    public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) { fatalError() }
    open var identifier: String { fatalError() }
    open var content: UNNotificationContent { fatalError() }
}

open class UNNotificationTrigger: NSObject, @unchecked Sendable {}

open class UNTimeIntervalNotificationTrigger: UNNotificationTrigger, @unchecked Sendable {
    public init(timeInterval: TimeInterval, repeats: Bool) { fatalError() }
}

open class UNNotificationContent: NSObject, @unchecked Sendable {
    open var userInfo: [AnyHashable: Any] { fatalError() }
}

open class UNMutableNotificationContent: UNNotificationContent, @unchecked Sendable {
    public override init() { fatalError() }
    open var title: String {
        get { fatalError() }
        set { fatalError() }
    }
    open var subtitle: String {
        get { fatalError() }
        set { fatalError() }
    }
    open var body: String {
        get { fatalError() }
        set { fatalError() }
    }
    open var badge: NSNumber? {
        get { fatalError() }
        set { fatalError() }
    }
    open var sound: UNNotificationSound? {
        get { fatalError() }
        set { fatalError() }
    }
    open var threadIdentifier: String {
        get { fatalError() }
        set { fatalError() }
    }
    open var interruptionLevel: UNNotificationInterruptionLevel {
        get { fatalError() }
        set { fatalError() }
    }
    open override var userInfo: [AnyHashable: Any] {
        get { fatalError() }
        set { fatalError() }
    }
}

open class UNNotificationSound: NSObject, @unchecked Sendable {
    open class var `default`: UNNotificationSound { fatalError() }
}

public enum UNNotificationInterruptionLevel: UInt, Sendable {
    case passive
    case active
    case timeSensitive
    case critical
}
