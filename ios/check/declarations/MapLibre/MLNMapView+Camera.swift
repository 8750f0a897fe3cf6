// Mirrors where MapLibre's map looks, and what lies under a point of it.
extension MLNMapView {
    public var centerCoordinate: CLLocationCoordinate2D {
        get { fatalError() }
        set { fatalError() }
    }
    public var zoomLevel: Double {
        get { fatalError() }
        set { fatalError() }
    }
    public var minimumZoomLevel: Double {
        get { fatalError() }
        set { fatalError() }
    }
    public var maximumZoomLevel: Double {
        get { fatalError() }
        set { fatalError() }
    }
    public var maximumScreenBounds: MLNCoordinateBounds {
        get { fatalError() }
        set { fatalError() }
    }
    public var direction: CLLocationDirection {
        get { fatalError() }
        set { fatalError() }
    }
    public var minimumPitch: CGFloat {
        get { fatalError() }
        set { fatalError() }
    }
    public var maximumPitch: CGFloat {
        get { fatalError() }
        set { fatalError() }
    }
    public var visibleCoordinateBounds: MLNCoordinateBounds {
        get { fatalError() }
        set { fatalError() }
    }
    public var camera: MLNMapCamera {
        get { fatalError() }
        set { fatalError() }
    }
    public var contentInset: UIEdgeInsets {
        get { fatalError() }
        set { fatalError() }
    }
    public var automaticallyAdjustsContentInset: Bool {
        get { fatalError() }
        set { fatalError() }
    }

    public func setCenter(_ coordinate: CLLocationCoordinate2D, animated: Bool) { fatalError() }
    public func setCenter(_ centerCoordinate: CLLocationCoordinate2D, zoomLevel: Double, animated: Bool) {
        fatalError()
    }
    public func setCenter(
        _ centerCoordinate: CLLocationCoordinate2D, zoomLevel: Double, direction: CLLocationDirection, animated: Bool
    ) { fatalError() }
    public func setCenter(
        _ centerCoordinate: CLLocationCoordinate2D, zoomLevel: Double, direction: CLLocationDirection, animated: Bool,
        completionHandler completion: (@Sendable () -> Void)?
    ) { fatalError() }
    public func setZoomLevel(_ zoomLevel: Double, animated: Bool) { fatalError() }
    public func setDirection(_ direction: CLLocationDirection, animated: Bool) { fatalError() }
    public func resetNorth() { fatalError() }
    public func setVisibleCoordinateBounds(_ bounds: MLNCoordinateBounds, animated: Bool) { fatalError() }
    public func setVisibleCoordinateBounds(
        _ bounds: MLNCoordinateBounds, edgePadding insets: UIEdgeInsets, animated: Bool,
        completionHandler completion: (@Sendable () -> Void)?
    ) { fatalError() }
    public func setCamera(_ camera: MLNMapCamera, animated: Bool) { fatalError() }
    public func setCamera(
        _ camera: MLNMapCamera, withDuration duration: TimeInterval,
        animationTimingFunction function: CAMediaTimingFunction?, edgePadding: UIEdgeInsets,
        completionHandler completion: (@Sendable () -> Void)? = nil
    ) { fatalError() }
    public func fly(to camera: MLNMapCamera, completionHandler completion: (@Sendable () -> Void)? = nil) {
        fatalError()
    }
    public func fly(
        to camera: MLNMapCamera, withDuration duration: TimeInterval,
        completionHandler completion: (@Sendable () -> Void)? = nil
    ) { fatalError() }
    public func cameraThatFitsCoordinateBounds(_ bounds: MLNCoordinateBounds) -> MLNMapCamera { fatalError() }
    public func cameraThatFitsCoordinateBounds(
        _ bounds: MLNCoordinateBounds, edgePadding insets: UIEdgeInsets
    ) -> MLNMapCamera { fatalError() }
    public func setContentInset(
        _ contentInset: UIEdgeInsets, animated: Bool, completionHandler completion: (@Sendable () -> Void)? = nil
    ) { fatalError() }

    public func convert(_ point: CGPoint, toCoordinateFrom view: UIView?) -> CLLocationCoordinate2D { fatalError() }
    public func convert(_ coordinate: CLLocationCoordinate2D, toPointTo view: UIView?) -> CGPoint { fatalError() }
    public func convert(_ rect: CGRect, toCoordinateBoundsFrom view: UIView?) -> MLNCoordinateBounds { fatalError() }
    public func metersPerPoint(atLatitude latitude: CLLocationDegrees) -> CLLocationDistance { fatalError() }
    public func visibleFeatures(at point: CGPoint) -> [any MLNFeature] { fatalError() }
    public func visibleFeatures(
        at point: CGPoint, styleLayerIdentifiers: Set<String>?
    ) -> [any MLNFeature] { fatalError() }
    public func visibleFeatures(in rect: CGRect) -> [any MLNFeature] { fatalError() }
    public func visibleFeatures(
        in rect: CGRect, styleLayerIdentifiers: Set<String>?
    ) -> [any MLNFeature] { fatalError() }
}
