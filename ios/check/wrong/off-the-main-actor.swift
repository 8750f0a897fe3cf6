// expect: can not be mutated from a nonisolated context
import UIKit

func keepAwake() {
    UIApplication.shared.isIdleTimerDisabled = true
}
