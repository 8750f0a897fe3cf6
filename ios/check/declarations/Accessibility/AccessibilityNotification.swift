// Mirrors what an app may tell the reading voice without a view.
import Foundation
import FoundationOnApple

public enum AccessibilityNotification {
    public struct Announcement {
        public init(_ announcement: AttributedString) { fatalError() }
        public init(_ announcement: LocalizedStringResource) { fatalError() }
        public init(_ announcement: String) { fatalError() }
        public func post() { fatalError() }
    }

    public struct ScreenChanged {
        public init(_ element: Any? = nil) { fatalError() }
        public func post() { fatalError() }
    }

    public struct LayoutChanged {
        public init(_ element: Any? = nil) { fatalError() }
        public func post() { fatalError() }
    }
}
