// Mirrors UIKit's gesture recognizers, of which the map's tap is one.
@objc @MainActor open class UIGestureRecognizer: NSObject {
    public init(target: Any?, action: Selector?) { fatalError() }
    public convenience override init() { fatalError() }
    weak open var delegate: (any UIGestureRecognizerDelegate)?
    open var state: UIGestureRecognizer.State {
        get { fatalError() }
        set { fatalError() }
    }
    open var isEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var view: UIView? { fatalError() }
    open var cancelsTouchesInView: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open func require(toFail otherGestureRecognizer: UIGestureRecognizer) { fatalError() }
    open func location(in view: UIView?) -> CGPoint { fatalError() }

    public enum State: Int, Sendable {
        case possible
        case began
        case changed
        case ended
        case cancelled
        case failed
        public static var recognized: State { fatalError() }
    }
}

@objc @MainActor open class UITapGestureRecognizer: UIGestureRecognizer {
    open var numberOfTapsRequired: Int {
        get { fatalError() }
        set { fatalError() }
    }
    open var numberOfTouchesRequired: Int {
        get { fatalError() }
        set { fatalError() }
    }
}

@objc @MainActor open class UILongPressGestureRecognizer: UIGestureRecognizer {
    open var minimumPressDuration: TimeInterval {
        get { fatalError() }
        set { fatalError() }
    }
}

// Optional in Objective-C; a default stands for what a delegate leaves out.
@MainActor public protocol UIGestureRecognizerDelegate: NSObjectProtocol {
    func gestureRecognizer(
        _ gestureRecognizer: UIGestureRecognizer,
        shouldRecognizeSimultaneouslyWith otherGestureRecognizer: UIGestureRecognizer
    ) -> Bool
    func gestureRecognizerShouldBegin(_ gestureRecognizer: UIGestureRecognizer) -> Bool
}

extension UIGestureRecognizerDelegate {
    public func gestureRecognizer(
        _ gestureRecognizer: UIGestureRecognizer,
        shouldRecognizeSimultaneouslyWith otherGestureRecognizer: UIGestureRecognizer
    ) -> Bool { fatalError() }
    public func gestureRecognizerShouldBegin(_ gestureRecognizer: UIGestureRecognizer) -> Bool { fatalError() }
}
