// expect: does not conform to protocol 'UIViewRepresentable'
import MapLibre
import SwiftUI

struct RouteMap: UIViewRepresentable {
    func makeUIView(context: Context) -> MLNMapView { MLNMapView(frame: .zero) }
    func updateUIView(_ map: MLNMapView) {}
}
