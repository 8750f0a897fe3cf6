// expect: cannot be used to satisfy nonisolated protocol requirement
import CoreLocation

@MainActor final class Fixes: NSObject, CLLocationManagerDelegate {
    func locationManager(_ manager: CLLocationManager, didUpdateLocations locations: [CLLocation]) {}
}
