// Mirrors MapLibre's map view, of version 6.13 and later, where a style may be given as text.
@MainActor open class MLNMapView: UIView {
    public override init(frame: CGRect) { fatalError() }
    public required init?(coder: NSCoder) { fatalError() }
    public init(frame: CGRect, styleURL: URL?) { fatalError() }
    public init(frame: CGRect, styleJSON: String) { fatalError() }
    weak open var delegate: (any MLNMapViewDelegate)?

    // What is drawn.
    open var style: MLNStyle? { fatalError() }
    // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
    open var styleURL: URL! {
        get { fatalError() }
        set { fatalError() }
    }
    open var styleJSON: String {
        get { fatalError() }
        set { fatalError() }
    }
    open func reloadStyle(_ sender: Any?) { fatalError() }
    open func triggerRepaint() { fatalError() }
    open var preferredFramesPerSecond: MLNMapViewPreferredFramesPerSecond {
        get { fatalError() }
        set { fatalError() }
    }
    open var prefetchesTiles: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var tileCacheEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }

    // What stands on the map.
    open var showsScale: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var scaleBarUsesMetricSystem: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var scaleBarPosition: MLNOrnamentPosition {
        get { fatalError() }
        set { fatalError() }
    }
    open var scaleBarMargins: CGPoint {
        get { fatalError() }
        set { fatalError() }
    }
    open var compassView: MLNCompassButton { fatalError() }
    open var compassViewPosition: MLNOrnamentPosition {
        get { fatalError() }
        set { fatalError() }
    }
    open var compassViewMargins: CGPoint {
        get { fatalError() }
        set { fatalError() }
    }
    open var logoView: UIImageView { fatalError() }
    open var logoViewPosition: MLNOrnamentPosition {
        get { fatalError() }
        set { fatalError() }
    }
    open var logoViewMargins: CGPoint {
        get { fatalError() }
        set { fatalError() }
    }
    open var attributionButton: UIButton { fatalError() }
    open var attributionButtonPosition: MLNOrnamentPosition {
        get { fatalError() }
        set { fatalError() }
    }
    open var attributionButtonMargins: CGPoint {
        get { fatalError() }
        set { fatalError() }
    }
    open func showAttribution(_ sender: Any) { fatalError() }
    open var showsUserLocation: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var userTrackingMode: MLNUserTrackingMode {
        get { fatalError() }
        set { fatalError() }
    }

    // What the fingers may do.
    open var isZoomEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var isScrollEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var isRotateEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var isPitchEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var isHapticFeedbackEnabled: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var anchorRotateOrZoomGesturesToCenterCoordinate: Bool {
        get { fatalError() }
        set { fatalError() }
    }
}

public enum MLNOrnamentPosition: UInt, Sendable {
    case topLeft
    case topRight
    case bottomLeft
    case bottomRight
}

public enum MLNOrnamentVisibility: Int, Sendable {
    case adaptive
    case hidden
    case visible
}

@MainActor open class MLNCompassButton: UIImageView {
    open var compassVisibility: MLNOrnamentVisibility {
        get { fatalError() }
        set { fatalError() }
    }
}

public enum MLNUserTrackingMode: UInt, Sendable {
    case none
    case follow
    case followWithHeading
    case followWithCourse
}

public struct MLNMapViewPreferredFramesPerSecond: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { fatalError() }
    public init(_ rawValue: Int) { fatalError() }
    public static var `default`: MLNMapViewPreferredFramesPerSecond { fatalError() }
    public static var lowPower: MLNMapViewPreferredFramesPerSecond { fatalError() }
    public static var maximum: MLNMapViewPreferredFramesPerSecond { fatalError() }
}
