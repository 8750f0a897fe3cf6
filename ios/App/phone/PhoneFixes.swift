// Fixes from Core Location. What is believed of a fix is for the core to say: it gets them as they come, simulated ones too.
//
// While guiding, a background session with its blue indicator keeps them coming, locked or not. It is begun on the screen
// and never while the app is out of sight, where iOS would refuse it.
import CoreLocation
import Foundation
import RouteGuide
import RouteGuideKit
import UIKit

/// How long iOS may take to tell what the traveller answered, after its question is gone from the screen.
private let slow = Duration.seconds(1)

/// The fixes of this phone.
@MainActor
final class PhoneFixes: NSObject, FixSource {
    private(set) var isSwitchedOn = true

    /// Who wants to know when what is allowed or switched on may have changed.
    var onStanding: @MainActor () -> Void = {}

    private let manager = CLLocationManager()
    private let isGuiding: Bool
    private let sinceStart: () -> Int64
    private var rate: Rate?
    private var tuning: Tuning?
    private var session: CLBackgroundActivitySession?
    private var onFix: @MainActor (Fix) -> Void = { _ in }
    private var onSignal: @MainActor (Signal) -> Void = { _ in }
    private var asking: CheckedContinuation<Void, Never>?

    /// Those of the guide go on while the phone is locked; those of screens end when they do.
    init(isGuiding: Bool, sinceStart: @escaping () -> Int64) {
        (self.isGuiding, self.sinceStart) = (isGuiding, sinceStart)
        super.init()
        manager.delegate = self
        manager.pausesLocationUpdatesAutomatically = false
        manager.allowsBackgroundLocationUpdates = isGuiding
        manager.showsBackgroundLocationIndicator = isGuiding
        learnWhetherSwitchedOn()
        _ = NotificationCenter.default.addObserver(
            forName: UIApplication.didBecomeActiveNotification, object: nil, queue: .main
        ) { [weak self] _ in MainActor.assumeIsolated { self?.comeToSight() } }
    }

    var allowed: Allowed {
        switch manager.authorizationStatus {
        case .notDetermined: .notAsked
        case .restricted, .denied: .nothing
        case .authorizedAlways, .authorizedWhenInUse:
            manager.accuracyAuthorization == .reducedAccuracy ? .roughly : .exactly
        @unknown default: .nothing
        }
    }

    var last: Fix? { manager.location.map(fix) }

    func ask() async {
        guard allowed == .notAsked else { return }
        await withCheckedContinuation { answered in
            asking = answered
            manager.requestWhenInUseAuthorization()
        }
    }

    func askExactly() async {
        await withCheckedContinuation { answered in
            // Refused, it stays rough, and that is seen by who asked. It may be answered on any thread.
            manager.requestTemporaryFullAccuracyAuthorization(withPurposeKey: "Guiding") { @Sendable _ in
                answered.resume()
            }
        }
    }

    func start(_ rate: Rate, onFix: @escaping @MainActor (Fix) -> Void, onSignal: @escaping @MainActor (Signal) -> Void)
    {
        (self.onFix, self.onSignal) = (onFix, onSignal)
        // At the same rate again is asked anew, and Core Location listens to that only when it has rested.
        if rate == self.rate { manager.stopUpdatingLocation() }
        self.rate = rate
        tune(Tuning(rate, savesPower: ProcessInfo.processInfo.isLowPowerModeEnabled))
        listen()
    }

    func stop() {
        manager.stopUpdatingLocation()
        session?.invalidate()
        (rate, session) = (nil, nil)
        (onFix, onSignal) = ({ _ in }, { _ in })
    }

    private func listen() {
        switch (isSwitchedOn, allowed) {
        case (false, _): onSignal(.switchedOff)
        case (true, .nothing), (true, .notAsked): onSignal(.notAllowed)
        case (true, .roughly), (true, .exactly):
            if isGuiding, session == nil { session = CLBackgroundActivitySession() }
            manager.startUpdatingLocation()
        }
    }

    private func tune(_ wanted: Tuning) {
        guard wanted != tuning else { return }
        tuning = wanted
        manager.desiredAccuracy = wanted.accuracy.metres
        manager.activityType = wanted.activity.type
    }

    private func comeToSight() {
        learnWhetherSwitchedOn()
        guard asking != nil else { return }
        Task {
            try? await Task.sleep(for: slow)
            answer()
        }
    }

    private func answer() {
        asking?.resume()
        asking = nil
    }

    // It may take a while, and the main thread must not wait for it.
    private func learnWhetherSwitchedOn() {
        Task {
            let isOn = await Task.detached { CLLocationManager.locationServicesEnabled() }.value
            guard isOn != isSwitchedOn else { return }
            isSwitchedOn = isOn
            standingChanged()
        }
    }

    private func standingChanged() {
        onStanding()
        guard rate != nil else { return }
        onSignal(.waiting)
        listen()
    }

    private func fix(_ location: CLLocation) -> Fix {
        func known(_ value: Double, by accuracy: Double) -> Double? { accuracy < 0 || value < 0 ? nil : value }
        return Fix(
            at: location.timestamp,
            sinceStart: .milliseconds(sinceStart()) - .seconds(max(0, -location.timestamp.timeIntervalSinceNow)),
            position: Position(lat: location.coordinate.latitude, lon: location.coordinate.longitude),
            // Less than nothing where the place is none: the core refuses it and says so.
            accuracyM: location.horizontalAccuracy,
            altitudeM: location.verticalAccuracy > 0 ? location.altitude : nil,
            speedMps: known(location.speed, by: location.speedAccuracy),
            courseDeg: known(location.course, by: location.courseAccuracy))
    }
}

extension PhoneFixes: @preconcurrency CLLocationManagerDelegate {
    func locationManager(_ manager: CLLocationManager, didUpdateLocations locations: [CLLocation]) {
        for location in locations { onFix(fix(location)) }
    }

    func locationManager(_ manager: CLLocationManager, didFailWithError error: any Error) {
        // That it does not know at present it will say again by its silence.
        if (error as? CLError)?.code == .denied { learnWhetherSwitchedOn() }
    }

    func locationManagerDidChangeAuthorization(_ manager: CLLocationManager) {
        learnWhetherSwitchedOn()
        if allowed != .notAsked { answer() }
        standingChanged()
    }
}

extension Tuning.Accuracy {
    fileprivate var metres: CLLocationAccuracy {
        switch self {
        case .best: kCLLocationAccuracyBest
        case .tenMetres: kCLLocationAccuracyNearestTenMeters
        case .hundredMetres: kCLLocationAccuracyHundredMeters
        }
    }
}

extension Tuning.Activity {
    fileprivate var type: CLActivityType {
        switch self {
        case .fitness: .fitness
        case .automotive: .automotiveNavigation
        case .other: .otherNavigation
        }
    }
}
