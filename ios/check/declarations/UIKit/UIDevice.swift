// Mirrors what UIKit knows of the phone: the device, its screen, its clipboard, its taps in the hand.
@MainActor open class UIDevice: NSObject {
    open class var current: UIDevice { fatalError() }
    open var name: String { fatalError() }
    open var model: String { fatalError() }
    open var systemName: String { fatalError() }
    open var systemVersion: String { fatalError() }
    open var identifierForVendor: UUID? { fatalError() }
    open var userInterfaceIdiom: UIUserInterfaceIdiom { fatalError() }
    open var isBatteryMonitoringEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var batteryLevel: Float { fatalError() }
    open var batteryState: UIDevice.BatteryState { fatalError() }
    nonisolated public class var batteryLevelDidChangeNotification: NSNotification.Name { fatalError() }
    nonisolated public class var batteryStateDidChangeNotification: NSNotification.Name { fatalError() }

    public enum BatteryState: Int, Sendable {
        case unknown
        case unplugged
        case charging
        case full
    }
}

public enum UIUserInterfaceIdiom: Int, Sendable {
    case unspecified = -1
    case phone
    case pad
    case tv
    case carPlay
    case mac = 5
    case vision
}

@MainActor open class UIScreen: NSObject {
    open var bounds: CGRect { fatalError() }
    open var scale: CGFloat { fatalError() }
    open var brightness: CGFloat {
        get { fatalError() }
        set { fatalError() }
    }
    open var maximumFramesPerSecond: Int { fatalError() }
}

open class UIPasteboard: NSObject {
    open class var general: UIPasteboard { fatalError() }
    open var string: String? {
        get { fatalError() }
        set { fatalError() }
    }
    open var url: URL? {
        get { fatalError() }
        set { fatalError() }
    }
    open var hasStrings: Bool { fatalError() }
}

@MainActor open class UIFeedbackGenerator: NSObject {
    open func prepare() { fatalError() }
}

@MainActor open class UIImpactFeedbackGenerator: UIFeedbackGenerator {
    public override init() { fatalError() }
    public init(style: UIImpactFeedbackGenerator.FeedbackStyle) { fatalError() }
    open func impactOccurred() { fatalError() }
    open func impactOccurred(intensity: CGFloat) { fatalError() }

    public enum FeedbackStyle: Int, Sendable {
        case light
        case medium
        case heavy
        case soft
        case rigid
    }
}

@MainActor open class UINotificationFeedbackGenerator: UIFeedbackGenerator {
    public override init() { fatalError() }
    open func notificationOccurred(_ notificationType: UINotificationFeedbackGenerator.FeedbackType) { fatalError() }

    public enum FeedbackType: Int, Sendable {
        case success
        case warning
        case error
    }
}
