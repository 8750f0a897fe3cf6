// expect: nearly matches defaulted requirement
import MapLibre

final class Listener: NSObject {}

extension Listener: MLNMapViewDelegate {
    func mapView(_ mapView: MLNMapView, didFinishLoadingStyle style: MLNStyle) {}
}
