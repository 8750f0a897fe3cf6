// expect: missing return
import UIKit

func battery(_ level: Float) -> String {
    if level < 0.2 { return "low" }
}
