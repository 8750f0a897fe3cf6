// What a phone has and a test machine lacks: a receiver, a voice, something that can be felt, a locked screen.
import RouteGuide

@testable import RouteGuideKit

/// A receiver that is carried where the test says.
@MainActor
final class WalkedFixes: FixSource {
    var allowed = Allowed.exactly
    var isSwitchedOn = true
    var last: Fix?

    /// What the traveller says when they are asked.
    var answer = Allowed.exactly

    /// What was asked of it last; nothing while it is off.
    private(set) var rate: Rate?
    private(set) var timesAsked = 0
    private(set) var timesStarted = 0
    private var onFix: (@MainActor (Fix) -> Void)?
    private var onSignal: (@MainActor (Signal) -> Void)?

    func ask() async {
        timesAsked += 1
        allowed = answer
    }

    func askExactly() async {
        timesAsked += 1
        allowed = answer
    }

    func start(
        _ rate: Rate, onFix: @escaping @MainActor (Fix) -> Void, onSignal: @escaping @MainActor (Signal) -> Void
    ) {
        (self.rate, self.onFix, self.onSignal) = (rate, onFix, onSignal)
        timesStarted += 1
        if !isSwitchedOn { onSignal(.switchedOff) } else if allowed == .nothing { onSignal(.notAllowed) }
    }

    func stop() {
        (rate, onFix, onSignal) = (nil, nil, nil)
    }

    /// A fix arrives.
    func arrive(_ fix: Fix) {
        last = fix
        onFix?(fix)
    }

    /// The positions stand otherwise.
    func signal(_ signal: Signal) {
        onSignal?(signal)
    }
}

/// A voice that writes down what it says.
@MainActor
final class HeardVoice: Voice {
    private(set) var state = VoiceState.idle
    private(set) var said: [String] = []
    private(set) var timesHushed = 0

    /// What the phone has voices for.
    var languages: Set<String> = ["lt", "en", "de"]

    /// What it was last told to speak.
    private(set) var language: String?

    func prepare(_ language: String) {
        self.language = language
        state = languages.contains(language) ? .ready : .languageMissing
    }

    func say(_ text: String) {
        said.append(text)
    }

    func hush() {
        timesHushed += 1
    }
}

/// What was felt.
@MainActor
final class FeltTouches: Haptics {
    private(set) var felt: [Touch] = []

    func feel(_ touch: Touch) {
        felt.append(touch)
    }
}

/// What was seen on the locked phone.
@MainActor
final class SeenLockScreen: LockScreen {
    private(set) var shown: RideSight?
    private(set) var timesShown = 0

    func show(_ sight: RideSight?) {
        shown = sight
        timesShown += 1
    }
}
