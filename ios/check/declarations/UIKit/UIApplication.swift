// Mirrors UIKit's application: opening addresses, the screen's rest, the memory's warning, the app's delegate.
@MainActor open class UIResponder: NSObject {
    open var next: UIResponder? { fatalError() }
    @discardableResult open func becomeFirstResponder() -> Bool { fatalError() }
    @discardableResult open func resignFirstResponder() -> Bool { fatalError() }
}

@MainActor open class UIApplication: UIResponder {
    open class var shared: UIApplication { fatalError() }
    nonisolated public static let openSettingsURLString: String = ""
    nonisolated public static let openNotificationSettingsURLString: String = ""
    nonisolated public class var didReceiveMemoryWarningNotification: NSNotification.Name { fatalError() }
    nonisolated public class var didBecomeActiveNotification: NSNotification.Name { fatalError() }
    nonisolated public class var willResignActiveNotification: NSNotification.Name { fatalError() }
    nonisolated public class var didEnterBackgroundNotification: NSNotification.Name { fatalError() }
    nonisolated public class var willEnterForegroundNotification: NSNotification.Name { fatalError() }
    nonisolated public class var willTerminateNotification: NSNotification.Name { fatalError() }
    nonisolated public class var significantTimeChangeNotification: NSNotification.Name { fatalError() }

    weak open var delegate: (any UIApplicationDelegate)?
    open var isIdleTimerDisabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var applicationState: UIApplication.State { fatalError() }
    open var backgroundTimeRemaining: TimeInterval { fatalError() }
    open var isProtectedDataAvailable: Bool { fatalError() }
    open var connectedScenes: Set<UIScene> { fatalError() }
    open var backgroundRefreshStatus: UIBackgroundRefreshStatus { fatalError() }

    open func canOpenURL(_ url: URL) -> Bool { fatalError() }
    open func open(
        _ url: URL, options: [UIApplication.OpenExternalURLOptionsKey: Any] = [:],
        completionHandler completion: (@MainActor @Sendable (Bool) -> Void)? = nil
    ) { fatalError() }
    @discardableResult
    open func open(_ url: URL, options: [UIApplication.OpenExternalURLOptionsKey: Any] = [:]) async -> Bool {
        fatalError()
    }
    open func beginBackgroundTask(
        withName taskName: String?, expirationHandler handler: (@MainActor @Sendable () -> Void)? = nil
    ) -> UIBackgroundTaskIdentifier { fatalError() }
    open func endBackgroundTask(_ identifier: UIBackgroundTaskIdentifier) { fatalError() }

    public enum State: Int, Sendable {
        case active
        case inactive
        case background
    }

    public struct OpenExternalURLOptionsKey: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { fatalError() }
        public static var universalLinksOnly: OpenExternalURLOptionsKey { fatalError() }
    }

    public struct LaunchOptionsKey: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { fatalError() }
        public static var location: LaunchOptionsKey { fatalError() }
        public static var url: LaunchOptionsKey { fatalError() }
    }
}

public enum UIBackgroundRefreshStatus: Int, Sendable {
    case restricted
    case denied
    case available
}

public struct UIBackgroundTaskIdentifier: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { fatalError() }
    public static var invalid: UIBackgroundTaskIdentifier { fatalError() }
}

// Optional in Objective-C; a default stands for what a delegate leaves out.
@MainActor public protocol UIApplicationDelegate: NSObjectProtocol {
    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool
    func applicationDidReceiveMemoryWarning(_ application: UIApplication)
    func applicationWillTerminate(_ application: UIApplication)
    func applicationSignificantTimeChange(_ application: UIApplication)
}

extension UIApplicationDelegate {
    public func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]? = nil
    ) -> Bool { fatalError() }
    public func applicationDidReceiveMemoryWarning(_ application: UIApplication) {}
    public func applicationWillTerminate(_ application: UIApplication) {}
    public func applicationSignificantTimeChange(_ application: UIApplication) {}
}

@MainActor open class UIScene: UIResponder {
    open var activationState: UIScene.ActivationState { fatalError() }

    public enum ActivationState: Int, Sendable {
        case unattached = -1
        case foregroundActive
        case foregroundInactive
        case background
    }
}

@MainActor open class UIWindowScene: UIScene {
    open var windows: [UIWindow] { fatalError() }
    open var keyWindow: UIWindow? { fatalError() }
    open var screen: UIScreen { fatalError() }
}
