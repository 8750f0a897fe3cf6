// Mirrors a place and a fix.
@_exported import FoundationOnApple

public typealias CLLocationDegrees = Double
public typealias CLLocationDistance = Double
public typealias CLLocationDirection = Double
public typealias CLLocationDirectionAccuracy = Double
public typealias CLLocationAccuracy = Double
public typealias CLLocationSpeed = Double
public typealias CLLocationSpeedAccuracy = Double

public let kCLLocationAccuracyBestForNavigation: CLLocationAccuracy = 0
public let kCLLocationAccuracyBest: CLLocationAccuracy = 0
public let kCLLocationAccuracyNearestTenMeters: CLLocationAccuracy = 0
public let kCLLocationAccuracyHundredMeters: CLLocationAccuracy = 0
public let kCLLocationAccuracyKilometer: CLLocationAccuracy = 0
public let kCLLocationAccuracyThreeKilometers: CLLocationAccuracy = 0
public let kCLLocationAccuracyReduced: CLLocationAccuracy = 0
public let kCLDistanceFilterNone: CLLocationDistance = 0
public let kCLLocationCoordinate2DInvalid = CLLocationCoordinate2D()

public struct CLLocationCoordinate2D: Sendable {
    public var latitude: CLLocationDegrees
    public var longitude: CLLocationDegrees
    public init() { fatalError() }
    public init(latitude: CLLocationDegrees, longitude: CLLocationDegrees) { fatalError() }
}

public func CLLocationCoordinate2DIsValid(_ coord: CLLocationCoordinate2D) -> Bool { fatalError() }

open class CLLocation: NSObject, @unchecked Sendable {
    public init(latitude: CLLocationDegrees, longitude: CLLocationDegrees) { fatalError() }
    public init(
        coordinate: CLLocationCoordinate2D, altitude: CLLocationDistance,
        horizontalAccuracy hAccuracy: CLLocationAccuracy,
        verticalAccuracy vAccuracy: CLLocationAccuracy, timestamp: Date
    ) { fatalError() }
    public init(
        coordinate: CLLocationCoordinate2D, altitude: CLLocationDistance,
        horizontalAccuracy hAccuracy: CLLocationAccuracy,
        verticalAccuracy vAccuracy: CLLocationAccuracy, course: CLLocationDirection,
        courseAccuracy: CLLocationDirectionAccuracy, speed: CLLocationSpeed, speedAccuracy: CLLocationSpeedAccuracy,
        timestamp: Date
    ) { fatalError() }
    open var coordinate: CLLocationCoordinate2D { fatalError() }
    open var altitude: CLLocationDistance { fatalError() }
    open var ellipsoidalAltitude: CLLocationDistance { fatalError() }
    open var horizontalAccuracy: CLLocationAccuracy { fatalError() }
    open var verticalAccuracy: CLLocationAccuracy { fatalError() }
    open var course: CLLocationDirection { fatalError() }
    open var courseAccuracy: CLLocationDirectionAccuracy { fatalError() }
    open var speed: CLLocationSpeed { fatalError() }
    open var speedAccuracy: CLLocationSpeedAccuracy { fatalError() }
    open var timestamp: Date { fatalError() }
    open var sourceInformation: CLLocationSourceInformation? { fatalError() }
    open func distance(from location: CLLocation) -> CLLocationDistance { fatalError() }
}

open class CLLocationSourceInformation: NSObject, @unchecked Sendable {
    open var isSimulatedBySoftware: Bool { fatalError() }
    open var isProducedByAccessory: Bool { fatalError() }
}

open class CLHeading: NSObject, @unchecked Sendable {
    open var magneticHeading: CLLocationDirection { fatalError() }
    open var trueHeading: CLLocationDirection { fatalError() }
    open var headingAccuracy: CLLocationDirection { fatalError() }
    open var timestamp: Date { fatalError() }
}
