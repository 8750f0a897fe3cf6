// Mirrors what MapLibre's map tells its delegate. The protocol says nothing of the main actor, so neither does this one.
// Optional in Objective-C; a default stands for what a delegate leaves out.
public protocol MLNMapViewDelegate: NSObjectProtocol {
    func mapView(_ mapView: MLNMapView, shouldChangeFrom oldCamera: MLNMapCamera, to newCamera: MLNMapCamera) -> Bool
    func mapView(_ mapView: MLNMapView, regionWillChangeWith reason: MLNCameraChangeReason, animated: Bool)
    func mapView(_ mapView: MLNMapView, regionIsChangingWith reason: MLNCameraChangeReason)
    func mapView(_ mapView: MLNMapView, regionDidChangeWith reason: MLNCameraChangeReason, animated: Bool)
    func mapView(_ mapView: MLNMapView, regionDidChangeAnimated animated: Bool)
    func mapViewRegionIsChanging(_ mapView: MLNMapView)
    func mapViewWillStartLoadingMap(_ mapView: MLNMapView)
    func mapViewDidFinishLoadingMap(_ mapView: MLNMapView)
    func mapViewDidFailLoadingMap(_ mapView: MLNMapView, withError error: any Error)
    func mapViewDidFinishRenderingMap(_ mapView: MLNMapView, fullyRendered: Bool)
    func mapViewDidBecomeIdle(_ mapView: MLNMapView)
    func mapView(_ mapView: MLNMapView, didFinishLoading style: MLNStyle)
    func mapView(_ mapView: MLNMapView, didFailToLoadImage imageName: String) -> UIImage?
}

extension MLNMapViewDelegate {
    public func mapView(
        _ mapView: MLNMapView, shouldChangeFrom oldCamera: MLNMapCamera, to newCamera: MLNMapCamera
    ) -> Bool { fatalError() }
    public func mapView(_ mapView: MLNMapView, regionWillChangeWith reason: MLNCameraChangeReason, animated: Bool) {}
    public func mapView(_ mapView: MLNMapView, regionIsChangingWith reason: MLNCameraChangeReason) {}
    public func mapView(_ mapView: MLNMapView, regionDidChangeWith reason: MLNCameraChangeReason, animated: Bool) {}
    public func mapView(_ mapView: MLNMapView, regionDidChangeAnimated animated: Bool) {}
    public func mapViewRegionIsChanging(_ mapView: MLNMapView) {}
    public func mapViewWillStartLoadingMap(_ mapView: MLNMapView) {}
    public func mapViewDidFinishLoadingMap(_ mapView: MLNMapView) {}
    public func mapViewDidFailLoadingMap(_ mapView: MLNMapView, withError error: any Error) {}
    public func mapViewDidFinishRenderingMap(_ mapView: MLNMapView, fullyRendered: Bool) {}
    public func mapViewDidBecomeIdle(_ mapView: MLNMapView) {}
    public func mapView(_ mapView: MLNMapView, didFinishLoading style: MLNStyle) {}
    public func mapView(_ mapView: MLNMapView, didFailToLoadImage imageName: String) -> UIImage? { fatalError() }
}
