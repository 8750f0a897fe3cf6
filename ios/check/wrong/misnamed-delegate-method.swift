// expect: nearly matches defaulted requirement
import MapLibre

final class Listener: NSObject, MLNMapViewDelegate {
    func mapView(_ mapView: MLNMapView, didFinishLoadingStyle style: MLNStyle) {}
}
