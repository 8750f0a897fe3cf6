// Asks the traveller to let the app know where they are: says why first, in words of the screen that asks. Who was asked
// before is not asked again; what they can still do is told where the place would be.
import Observation

/// A screen's question for the traveller's place.
@MainActor
@Observable
public final class Asking {
    /// Whether the traveller is being told why.
    public var isExplained = false

    @ObservationIgnored private let whereabouts: Whereabouts
    @ObservationIgnored private let onAnswered: @MainActor () -> Void

    init(_ whereabouts: Whereabouts, onAnswered: @escaping @MainActor () -> Void) {
        (self.whereabouts, self.onAnswered) = (whereabouts, onAnswered)
    }

    /// The traveller wants to see where they are.
    public func begin() {
        if whereabouts.isUnasked { isExplained = true } else { onAnswered() }
    }

    /// They have read why.
    public func goOn() async {
        isExplained = false
        await whereabouts.ask()
        onAnswered()
    }
}
