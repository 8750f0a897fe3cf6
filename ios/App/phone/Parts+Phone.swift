// The parts of the app on a phone, with the phone's own doors; and what the phone tells the whole app.
import Foundation
import RouteGuideKit
import UIKit

extension Parts {
    /// The parts of the app on this phone.
    static func ofThisPhone() -> Parts {
        let phone = Phone.this
        let fixes = PhoneFixes(isGuiding: true, sinceStart: phone.sinceStart)
        let parts = Parts(
            phone,
            Doors(
                fixes: fixes,
                glances: PhoneFixes(isGuiding: false, sinceStart: phone.sinceStart),
                voice: PhoneVoice(), haptics: PhoneHaptics(), lockScreen: PhoneLockScreen(),
                catalogue: BundleCatalogue(.main)))
        PauseRide.turn = { [weak parts] in await parts?.guiding.waitOrResume() }
        fixes.onStanding = { [weak parts] in Task { await parts?.settingOut.look() } }
        parts.hear(UIApplication.didReceiveMemoryWarningNotification) { await $0.home.relieve() }
        // Another day, another time zone: what is said of times is said anew.
        parts.hear(UIApplication.significantTimeChangeNotification) { $0.home.changed() }
        parts.hear(UIApplication.didBecomeActiveNotification) { await $0.comeToSight() }
        return parts
    }

    private func hear(_ name: Notification.Name, _ then: @escaping @MainActor @Sendable (Parts) async -> Void) {
        _ = NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { [weak self] _ in
            Task { @MainActor [weak self] in
                if let self { await then(self) }
            }
        }
    }
}

extension Phone {
    /// This phone.
    fileprivate static var this: Phone {
        Phone(
            now: { Date.now.ms },
            // Counts while the phone sleeps, and the same after the app is started again.
            sinceStart: { Int64(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000) },
            language: { Bundle.main.preferredLocalizations.first ?? "en" }, folders: .ofThisApp,
            version: Bundle.main.object(forInfoDictionaryKey: "CFBundleShortVersionString") as? String ?? "")
    }
}

extension Folders {
    fileprivate static var ofThisApp: Folders {
        let kept = URL.applicationSupportDirectory.appending(path: "RouteGuide")
        // A ride is kept while the phone is locked, so what is kept is open from the first unlocking on. What is made in
        // the folder later is protected like it.
        try? FileManager.default.createDirectory(
            at: kept, withIntermediateDirectories: true,
            attributes: [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication])
        return Folders(
            kept: kept, passing: URL.cachesDirectory.appending(path: "RouteGuide"),
            shipped: Bundle.main.bundleURL.appending(path: "Shipped"))
    }
}
