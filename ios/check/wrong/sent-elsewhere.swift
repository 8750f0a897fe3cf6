// expect: risks causing data races
import CoreLocation

@MainActor final class Fixes {
    let manager = CLLocationManager()
    func start() { Task.detached { [manager] in manager.startUpdatingLocation() } }
}
