// Mirrors UIKit's word to the reading voice, and what it tells of it.
@MainActor public struct UIAccessibility {
    public static var isVoiceOverRunning: Bool { fatalError() }
    public static var isReduceMotionEnabled: Bool { fatalError() }
    public static var isBoldTextEnabled: Bool { fatalError() }
    nonisolated public static let voiceOverStatusDidChangeNotification = NSNotification.Name("")
    public static func post(notification: UIAccessibility.Notification, argument: Any?) { fatalError() }

    public struct Notification: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { fatalError() }
        public static var announcement: Notification { fatalError() }
        public static var layoutChanged: Notification { fatalError() }
        public static var screenChanged: Notification { fatalError() }
    }
}

extension NSObject {
    @MainActor public var isAccessibilityElement: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    @MainActor public var accessibilityLabel: String? {
        get { fatalError() }
        set { fatalError() }
    }
    @MainActor public var accessibilityHint: String? {
        get { fatalError() }
        set { fatalError() }
    }
    @MainActor public var accessibilityValue: String? {
        get { fatalError() }
        set { fatalError() }
    }
    @MainActor public var accessibilityTraits: UIAccessibilityTraits {
        get { fatalError() }
        set { fatalError() }
    }
    @MainActor public var accessibilityElementsHidden: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    @MainActor public var accessibilityElements: [Any]? {
        get { fatalError() }
        set { fatalError() }
    }
}

extension UIView {
    public var accessibilityIdentifier: String? {
        get { fatalError() }
        set { fatalError() }
    }
}

public struct UIAccessibilityTraits: OptionSet, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { fatalError() }
    public static var none: UIAccessibilityTraits { fatalError() }
    public static var button: UIAccessibilityTraits { fatalError() }
    public static var header: UIAccessibilityTraits { fatalError() }
    public static var image: UIAccessibilityTraits { fatalError() }
    public static var staticText: UIAccessibilityTraits { fatalError() }
    public static var adjustable: UIAccessibilityTraits { fatalError() }
    public static var updatesFrequently: UIAccessibilityTraits { fatalError() }
}
