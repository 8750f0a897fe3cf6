// What is felt, also in the pocket while the phone is locked: there iOS plays no finer pattern than its one vibration, so
// the kinds differ in how often it comes.
import AudioToolbox
import RouteGuideKit

/// From one vibration to the next, so that they are felt apart.
private let apart = Duration.milliseconds(650)

/// The vibration of this phone.
@MainActor
final class PhoneHaptics: Haptics {
    func feel(_ touch: Touch) {
        Task {
            for _ in 0..<touch.times {
                AudioServicesPlaySystemSound(kSystemSoundID_Vibrate)
                try? await Task.sleep(for: apart)
            }
        }
    }
}

extension Touch {
    fileprivate var times: Int {
        switch self {
        case .once: 1
        case .twice: 2
        case .long: 4
        }
    }
}
