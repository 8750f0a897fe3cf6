// The traveller's journey: sets out, takes fixes to the core, has what it answers heard, felt and shown on the locked
// screen, and ends. Where the traveller is and what comes next is the core's to know.
import Observation
import RouteGuide

/// The journey under way, if there is one.
@MainActor
@Observable
public final class Guiding {
    /// What the traveller under way is shown.
    public private(set) var ride: Ride? {
        didSet {
            listening.follow(ride)
            showLocked()
        }
    }

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let phone: Phone
    @ObservationIgnored private let choices: Choices
    @ObservationIgnored private let doors: Doors
    @ObservationIgnored private let open = OpenJourney()
    @ObservationIgnored private lazy var listening = Listening(
        doors.fixes, phone, onFix: { [weak self] in await self?.take($0) },
        onSignal: { [weak self] in self?.ride?.signal = $0 })

    @ObservationIgnored private var locked: RideSight?
    @ObservationIgnored private var spoken: String?
    @ObservationIgnored private var speaking: Task<Void, Never>?

    public init(_ home: Home, _ choices: Choices, _ phone: Phone, _ doors: Doors) {
        (self.home, self.choices, self.phone, self.doors) = (home, choices, phone, doors)
        let revisions = home.revisions()
        speaking = Task { [weak self] in for await _ in revisions { self?.speakTheirLanguage() } }
    }

    deinit {
        speaking?.cancel()
    }

    /// The process begins: what a kill interrupted goes on where the phone gives positions, and what it left on the locked
    /// screen is taken away where it does not.
    public func begin() async {
        if doors.fixes.isSwitchedOn, [.roughly, .exactly].contains(doors.fixes.allowed) { _ = await goOn() }
        if ride == nil { doors.lockScreen.show(nil) }
    }

    /// Sets out. What was under way before ends, as if the traveller had ended it.
    public func setOut(_ way: Way, reversed: Bool, departure: Departure) async -> Answer<Void> {
        let (open, isRecorded, nowMs) = (open, choices.choice.record, phone.now())
        let answer = await home.change { shelf in
            try open.setOut(
                shelf, way, reversed: reversed, departure: departure, isRecorded: isRecorded, nowMs: nowMs)
        }
        if let begun = answer.value {
            begin(begun)
        } else if await home.ask({ _ in open.isOpen }).value != true {
            // What was under way before has ended all the same.
            ride = nil
        }
        return answer.map { _ in }
    }

    /// Goes on with what was under way when the process ended; no, if nothing was.
    public func goOn() async -> Answer<Bool> {
        if ride != nil {
            change { if $0.signal != .there { $0.signal = .waiting } }
            listening.again()
            return .given(true)
        }
        let (open, nowMs) = (open, phone.now())
        let answer = await home.ask { shelf in try open.goOn(shelf, nowMs: nowMs) }
        if case .given(let begun?) = answer { begin(begun) }
        return answer.map { $0 != nil }
    }

    /// Takes a fix.
    public func take(_ fix: Fix) async {
        guard let before = ride, !before.isPaused else { return }
        let (open, cameMs, nowMs) = (open, phone.sinceStart(), phone.now())
        let nextStop = before.update?.nextStop?.id
        let answer = await home.ask { shelf in try open.take(fix, shelf, nextStop: nextStop, nowMs: nowMs) }
        if let said = answer.said { ride?.notKept = said }
        guard case .given(let taken?) = answer, let now = ride else { return }
        ride = now.after(taken, cameMs: cameMs)
        tell(taken.step.step.update?.cues ?? [])
    }

    /// Waits: no fixes are taken, and the time does not count.
    public func pause() async -> Answer<Void> {
        doors.voice.hush()
        // At once: what arrives from now on is not followed.
        ride?.isPaused = true
        let answer = await wait(true)
        if let said = answer.said { change { ($0.isPaused, $0.notKept) = (false, said) } }
        return answer
    }

    /// Ends waiting.
    public func resume() async -> Answer<Void> {
        let answer = await wait(false)
        change { ride in
            if let said = answer.said {
                ride.notKept = said
            } else {
                (ride.isPaused, ride.signal) = (false, .waiting)
            }
        }
        return answer
    }

    /// Waits, or ends waiting: the one button of the locked screen. After a kill it goes on first.
    public func waitOrResume() async {
        if ride == nil { _ = await goOn() }
        guard let ride else { return }
        _ = ride.isPaused ? await resume() : await pause()
    }

    /// Ends the journey and its recording, which it tells the number of. What could not be kept for want of room keeps it
    /// from ending.
    public func stop() async -> Answer<UInt32?> {
        let (open, nowMs) = (open, phone.now())
        let answer = await home.change { shelf in try open.end(shelf, nowMs: nowMs) }
        if let said = answer.said { ride?.notKept = said } else { ride = nil }
        return answer
    }

    /// Looks again whether the phone still gives positions: the app was not looked at for a while.
    public func look() {
        listening.look()
    }

    private func begin(_ begun: Ride) {
        let isAnother = ride != nil
        ride = begun
        // The phone knows of the rate already, and said how it stands with positions to the ride before.
        if isAnother { listening.again() }
        speakTheirLanguage()
    }

    private func wait(_ isPaused: Bool) async -> Answer<Void> {
        let (open, nowMs) = (open, phone.now())
        return await home.change { shelf in try open.wait(isPaused, shelf, nowMs: nowMs) }
    }

    // All at once, for the phone is asked for positions by what comes out.
    private func change(_ change: (inout Ride) -> Void) {
        guard var changed = ride else { return }
        change(&changed)
        ride = changed
    }

    private func tell(_ cues: [Cue]) {
        guard !cues.isEmpty else { return }
        if home.settings?.voice == true { for text in cues.compactMap(\.spoken) { doors.voice.say(text) } }
        let touch = cues.compactMap { cue in Touch(cue.event) }.max()
        if choices.choice.vibrate, let touch { doors.haptics.feel(touch) }
        home.changed()
    }

    // What the library holds has changed: perhaps the language.
    private func speakTheirLanguage() {
        guard ride != nil, let language = home.say?.language else { return }
        if language != spoken {
            spoken = language
            doors.voice.prepare(language)
        }
        showLocked()
    }

    private func showLocked() {
        let sight = ride.flatMap { ride in home.say.map(ride.sight) }
        if sight == locked { return }
        locked = sight
        doors.lockScreen.show(sight)
    }
}
