// expect: can not be referenced from a nonisolated context
import UIKit

func keepAwake() {
    UIApplication.shared.isIdleTimerDisabled = true
}
