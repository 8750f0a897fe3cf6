// Mirrors MapLibre's bounds and camera.
@_exported import CoreLocation
@_exported import UIKit

public struct MLNCoordinateBounds: Sendable {
    public var sw: CLLocationCoordinate2D
    public var ne: CLLocationCoordinate2D
    public init() { fatalError() }
    public init(sw: CLLocationCoordinate2D, ne: CLLocationCoordinate2D) { fatalError() }
}

public func MLNCoordinateBoundsMake(_ sw: CLLocationCoordinate2D, _ ne: CLLocationCoordinate2D) -> MLNCoordinateBounds {
    fatalError()
}
public func MLNCoordinateInCoordinateBounds(_ coordinate: CLLocationCoordinate2D, _ bounds: MLNCoordinateBounds) -> Bool
{
    fatalError()
}
public func MLNCoordinateBoundsIsEmpty(_ bounds: MLNCoordinateBounds) -> Bool { fatalError() }
public func MLNZoomLevelForAltitude(
    _ altitude: CLLocationDistance, _ pitch: CGFloat, _ latitude: CLLocationDegrees, _ size: CGSize
) -> Double { fatalError() }
public func MLNAltitudeForZoomLevel(
    _ zoomLevel: Double, _ pitch: CGFloat, _ latitude: CLLocationDegrees, _ size: CGSize
) -> CLLocationDistance { fatalError() }

open class MLNMapCamera: NSObject {
    public convenience init(
        lookingAtCenter centerCoordinate: CLLocationCoordinate2D, acrossDistance distance: CLLocationDistance,
        pitch: CGFloat, heading: CLLocationDirection
    ) { fatalError() }
    public convenience init(
        lookingAtCenter centerCoordinate: CLLocationCoordinate2D, altitude: CLLocationDistance, pitch: CGFloat,
        heading: CLLocationDirection
    ) { fatalError() }
    open var centerCoordinate: CLLocationCoordinate2D {
        get { fatalError() }
        set { fatalError() }
    }
    open var heading: CLLocationDirection {
        get { fatalError() }
        set { fatalError() }
    }
    open var pitch: CGFloat {
        get { fatalError() }
        set { fatalError() }
    }
    open var altitude: CLLocationDistance {
        get { fatalError() }
        set { fatalError() }
    }
    open var viewingDistance: CLLocationDistance {
        get { fatalError() }
        set { fatalError() }
    }
}

public struct MLNCameraChangeReason: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { fatalError() }
    public static var programmatic: MLNCameraChangeReason { fatalError() }
    public static var resetNorth: MLNCameraChangeReason { fatalError() }
    public static var gesturePan: MLNCameraChangeReason { fatalError() }
    public static var gesturePinch: MLNCameraChangeReason { fatalError() }
    public static var gestureRotate: MLNCameraChangeReason { fatalError() }
    public static var gestureZoomIn: MLNCameraChangeReason { fatalError() }
    public static var gestureZoomOut: MLNCameraChangeReason { fatalError() }
    public static var gestureOneFingerZoom: MLNCameraChangeReason { fatalError() }
    public static var gestureTilt: MLNCameraChangeReason { fatalError() }
    public static var transitionCancelled: MLNCameraChangeReason { fatalError() }
}
