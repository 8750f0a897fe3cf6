// What MapLibre is told of a map, and what it tells: the style, layers that change, where to look, a finger on the map. It
// is asked for files of this phone and for nothing else.
//
// At a memory warning MapLibre gives back by itself what it can draw again.
import MapLibre
import RouteGuide
import RouteGuideKit
import UIKit

/// How far beside a thing a finger may be: half of the smallest target.
private let finger = 24.0

/// The share of the map's height that is left free above a followed traveller's place, so that more is seen ahead.
private let aheadShare = 0.4

/// How long the map takes to go along with a fix.
private let stride = 0.3

/// A map's life with MapLibre.
@MainActor
final class MapDrawing: NSObject {
    var onMoved: () -> Void = {}
    var onTap: (Tapped) -> Void = { _ in }

    /// Whether the traveller wants no motion.
    var isStill = false

    private var drawn = ""
    private var live: [MapLayer: String] = [:]
    private var camera: Camera?

    // Whether it has been told where to look before: the first time nothing moves.
    private var hasLooked = false

    // Whether the traveller has moved it away from where it was told to look.
    private var isMoved = false
    private var watching: (any NSObjectProtocol)?

    /// A view that draws this style. Without one MapLibre would ask the network for its own.
    func makeView(style: String) -> SizedMapView {
        MLNNetworkConfiguration.sharedManager.sessionConfiguration = .withoutNetwork
        let view = SizedMapView(frame: .zero, styleJSON: style)
        drawn = style
        view.delegate = self
        // The app names sources and licences itself, with links that work without a network.
        view.logoView.isHidden = true
        view.attributionButton.isHidden = true
        view.isPitchEnabled = false
        view.automaticallyAdjustsContentInset = false
        view.addGestureRecognizer(tap(beside: view))
        view.onSized = { [weak self, weak view] in
            guard let self, let view, !self.isMoved else { return }
            self.look(view, isAnimated: false)
        }
        savePower(view)
        return view
    }

    /// Shows this from now on.
    func show(_ sight: MapSight, on view: SizedMapView) {
        if sight.style != drawn {
            drawn = sight.style
            view.styleJSON = sight.style
        }
        // With every fix one of them changes, and the others are not read again.
        for (layer, features) in sight.live where live[layer] != features {
            live[layer] = features
            if let style = view.style { put(features, of: layer, into: style) }
        }
        if sight.camera != camera {
            (camera, isMoved) = (sight.camera, false)
            look(view, isAnimated: hasLooked && !isStill)
        }
    }

    /// The map is looked at no more.
    func end(_ view: SizedMapView) {
        view.delegate = nil
        view.onSized = {}
        if let watching { NotificationCenter.default.removeObserver(watching) }
    }

    private func put(_ features: String, of layer: MapLayer, into style: MLNStyle) {
        let source = style.source(withIdentifier: layer.sourceName) as? MLNShapeSource
        source?.shape = try? MLNShape(data: Data(features.utf8), encoding: String.Encoding.utf8.rawValue)
    }

    private func look(_ view: SizedMapView, isAnimated: Bool) {
        // Without a size nothing fits. It is told again once it has one.
        guard let camera, !view.bounds.isEmpty else { return }
        hasLooked = true
        switch camera {
        case .whole(let bounds):
            let margin = 2 * finger
            view.setVisibleCoordinateBounds(
                MLNCoordinateBounds(bounds),
                edgePadding: UIEdgeInsets(top: margin, left: margin, bottom: margin, right: margin),
                animated: isAnimated, completionHandler: nil)
        case .at(let place, let zoom):
            view.setCenter(CLLocationCoordinate2D(place), zoomLevel: zoom, animated: isAnimated)
        case .following(let place, let bearingDeg, let zoom):
            let centre = CLLocationCoordinate2D(place)
            let altitude = MLNAltitudeForZoomLevel(zoom, 0, centre.latitude, view.bounds.size)
            let above = UIEdgeInsets(top: view.bounds.height * aheadShare, left: 0, bottom: 0, right: 0)
            view.setCamera(
                MLNMapCamera(lookingAtCenter: centre, altitude: altitude, pitch: 0, heading: bearingDeg),
                withDuration: isAnimated ? stride : 0, animationTimingFunction: nil, edgePadding: above,
                completionHandler: nil)
        }
    }

    private func tap(beside view: MLNMapView) -> UITapGestureRecognizer {
        let tap = UITapGestureRecognizer(target: self, action: #selector(tapped))
        // Two taps are nearer, and none of ours.
        for other in view.gestureRecognizers ?? [] where other is UITapGestureRecognizer { tap.require(toFail: other) }
        return tap
    }

    @objc private func tapped(_ tap: UITapGestureRecognizer) {
        guard let view = tap.view as? MLNMapView else { return }
        let around = CGRect(origin: tap.location(in: view), size: .zero).insetBy(dx: -finger, dy: -finger)
        // Features come with the topmost first, and stops are drawn above lines.
        let things = view.visibleFeatures(in: around).lazy.compactMap { feature in
            Tapped(feature.attributes.compactMapValues { $0 as? String })
        }
        if let thing = things.first { onTap(thing) }
    }

    private func savePower(_ view: SizedMapView) {
        view.setFrameRate()
        watching = NotificationCenter.default.addObserver(
            forName: .NSProcessInfoPowerStateDidChange, object: nil, queue: .main
        ) { [weak view] _ in
            MainActor.assumeIsolated { view?.setFrameRate() }
        }
    }
}

extension MapDrawing: @preconcurrency MLNMapViewDelegate {
    func mapView(_ mapView: MLNMapView, didFinishLoading style: MLNStyle) {
        for (layer, features) in live { put(features, of: layer, into: style) }
    }

    func mapView(_ mapView: MLNMapView, regionWillChangeWith reason: MLNCameraChangeReason, animated: Bool) {
        guard !reason.isDisjoint(with: .byHand) else { return }
        isMoved = true
        onMoved()
    }
}

/// A map that tells when it has another size than before.
final class SizedMapView: MLNMapView {
    var onSized: () -> Void = {}
    private var size = CGSize.zero

    override func layoutSubviews() {
        super.layoutSubviews()
        guard bounds.size != size else { return }
        size = bounds.size
        onSized()
    }

    fileprivate func setFrameRate() {
        preferredFramesPerSecond = ProcessInfo.processInfo.isLowPowerModeEnabled ? .lowPower : .default
    }
}

extension MLNCameraChangeReason {
    fileprivate static let byHand: MLNCameraChangeReason = [
        .gesturePan, .gesturePinch, .gestureRotate, .gestureZoomIn, .gestureZoomOut, .gestureOneFingerZoom,
    ]
}

extension CLLocationCoordinate2D {
    fileprivate init(_ place: Position) {
        self.init(latitude: place.lat, longitude: place.lon)
    }
}

extension MLNCoordinateBounds {
    fileprivate init(_ bounds: MapBounds) {
        self.init(
            sw: CLLocationCoordinate2D(latitude: bounds.south, longitude: bounds.west),
            ne: CLLocationCoordinate2D(latitude: bounds.north, longitude: bounds.east))
    }
}
