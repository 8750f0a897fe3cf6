// expect: 'required' initializer 'init(coder:)' must be provided
import UIKit

final class Puck: UIView {
    let heading: Double

    init(heading: Double) {
        self.heading = heading
        super.init(frame: .zero)
    }
}
