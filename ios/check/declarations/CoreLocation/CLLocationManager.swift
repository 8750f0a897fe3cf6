// Mirrors who gives fixes, what the traveller allows, and what goes on in the background.
open class CLLocationManager: NSObject {
    public override init() { fatalError() }
    weak open var delegate: (any CLLocationManagerDelegate)?
    open class func locationServicesEnabled() -> Bool { fatalError() }
    open class func headingAvailable() -> Bool { fatalError() }
    open var authorizationStatus: CLAuthorizationStatus { fatalError() }
    open var accuracyAuthorization: CLAccuracyAuthorization { fatalError() }
    open var activityType: CLActivityType {
        get { fatalError() }
        set { fatalError() }
    }
    open var desiredAccuracy: CLLocationAccuracy {
        get { fatalError() }
        set { fatalError() }
    }
    open var distanceFilter: CLLocationDistance {
        get { fatalError() }
        set { fatalError() }
    }
    open var headingFilter: CLLocationDegrees {
        get { fatalError() }
        set { fatalError() }
    }
    open var pausesLocationUpdatesAutomatically: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var allowsBackgroundLocationUpdates: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var showsBackgroundLocationIndicator: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var location: CLLocation? { fatalError() }
    open var heading: CLHeading? { fatalError() }
    open func requestWhenInUseAuthorization() { fatalError() }
    open func requestAlwaysAuthorization() { fatalError() }
    open func requestTemporaryFullAccuracyAuthorization(
        withPurposeKey purposeKey: String, completion: (@Sendable ((any Error)?) -> Void)? = nil
    ) { fatalError() }
    open func requestTemporaryFullAccuracyAuthorization(withPurposeKey purposeKey: String) async throws { fatalError() }
    open func startUpdatingLocation() { fatalError() }
    open func stopUpdatingLocation() { fatalError() }
    open func requestLocation() { fatalError() }
    open func startUpdatingHeading() { fatalError() }
    open func stopUpdatingHeading() { fatalError() }
}

// Optional in Objective-C; a default stands for what a delegate leaves out.
public protocol CLLocationManagerDelegate: NSObjectProtocol {
    func locationManager(_ manager: CLLocationManager, didUpdateLocations locations: [CLLocation])
    func locationManager(_ manager: CLLocationManager, didUpdateHeading newHeading: CLHeading)
    func locationManager(_ manager: CLLocationManager, didFailWithError error: any Error)
    func locationManagerDidChangeAuthorization(_ manager: CLLocationManager)
    func locationManagerDidPauseLocationUpdates(_ manager: CLLocationManager)
    func locationManagerDidResumeLocationUpdates(_ manager: CLLocationManager)
}

extension CLLocationManagerDelegate {
    public func locationManager(_ manager: CLLocationManager, didUpdateLocations locations: [CLLocation]) {}
    public func locationManager(_ manager: CLLocationManager, didUpdateHeading newHeading: CLHeading) {}
    public func locationManager(_ manager: CLLocationManager, didFailWithError error: any Error) {}
    public func locationManagerDidChangeAuthorization(_ manager: CLLocationManager) {}
    public func locationManagerDidPauseLocationUpdates(_ manager: CLLocationManager) {}
    public func locationManagerDidResumeLocationUpdates(_ manager: CLLocationManager) {}
}

public enum CLAuthorizationStatus: Int32, Sendable {
    case notDetermined
    case restricted
    case denied
    case authorizedAlways
    case authorizedWhenInUse
}

public enum CLAccuracyAuthorization: Int, Sendable {
    case fullAccuracy
    case reducedAccuracy
}

public enum CLActivityType: Int, Sendable {
    case other = 1
    case automotiveNavigation
    case fitness
    case otherNavigation
    case airborne
}

public struct CLError: Error, Hashable, Sendable {
    public let code: CLError.Code

    public enum Code: Int, Sendable {
        case locationUnknown
        case denied
        case network
    }

    public static var locationUnknown: CLError.Code { fatalError() }
    public static var denied: CLError.Code { fatalError() }
}

open class CLBackgroundActivitySession: NSObject, @unchecked Sendable {
    public override init() { fatalError() }
    open func invalidate() { fatalError() }
}

public struct CLLocationUpdate: Sendable {
    public let location: CLLocation?
    public let isStationary: Bool
    public static func liveUpdates(
        _ configuration: CLLocationUpdate.LiveConfiguration = .default
    ) -> CLLocationUpdate.Updates { fatalError() }

    public enum LiveConfiguration: Int, Sendable {
        case `default`
        case automotiveNavigation
        case otherNavigation
        case fitness
        case airborne
    }

    public struct Updates: AsyncSequence, Sendable {
        public typealias Element = CLLocationUpdate
        public func makeAsyncIterator() -> Iterator { fatalError() }

        public struct Iterator: AsyncIteratorProtocol {
            public mutating func next() async throws -> CLLocationUpdate? { fatalError() }
        }
    }
}
