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
            if ride?.sight != oldValue?.sight { lockScreen.show(ride?.sight, home.say) }
        }
    }

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let phone: Phone
    @ObservationIgnored private let choices: Choices
    @ObservationIgnored private let voice: any Voice
    @ObservationIgnored private let haptics: any Haptics
    @ObservationIgnored private let lockScreen: any LockScreen
    @ObservationIgnored private let listening: Listening
    @ObservationIgnored private let open = OpenJourney()

    public init(_ home: Home, _ choices: Choices, _ phone: Phone, _ doors: Doors) {
        (self.home, self.choices, self.phone) = (home, choices, phone)
        (voice, haptics, lockScreen) = (doors.voice, doors.haptics, doors.lockScreen)
        listening = Listening(doors.fixes, phone)
        listening.begin(onFix: { [weak self] in await self?.take($0) }, onSignal: { [weak self] in self?.signal($0) })
    }

    /// Sets out. What was under way before ends, as if the traveller had ended it.
    public func setOut(_ way: Way, reversed: Bool, departure: Departure) async -> Answer<Void> {
        let (open, isRecorded, nowMs) = (open, choices.choice.record, phone.now())
        let answer = await home.change { shelf in
            try open.setOut(
                shelf, way, reversed: reversed, departure: departure, isRecorded: isRecorded, nowMs: nowMs)
        }
        if let begun = answer.value {
            ride = begun
        } else if await home.ask({ _ in open.isOpen }).value != true {
            // What was under way before has ended all the same.
            ride = nil
        }
        return answer.map { _ in }
    }

    /// Goes on with what was under way when the process ended; no, if nothing was.
    public func goOn() async -> Answer<Bool> {
        if ride != nil { return .given(true) }
        let (open, nowMs) = (open, phone.now())
        let answer = await home.ask { shelf in try open.goOn(shelf, nowMs: nowMs) }
        if case .given(let begun) = answer { ride = begun }
        return answer.map { $0 != nil }
    }

    /// Takes a fix.
    public func take(_ fix: Fix) async {
        guard let before = ride, !before.isPaused else { return }
        let (open, cameMs, nowMs) = (open, phone.sinceStart(), phone.now())
        let nextStop = before.update?.nextStop?.id
        let answer = await home.ask { shelf in try open.take(fix, shelf, nextStop: nextStop, nowMs: nowMs) }
        if let said = answer.said { ride?.notKept = said }
        guard case .given(let taken?) = answer else { return }
        ride = ride?.after(taken, cameMs: cameMs)
        tell(taken.step.step.update?.cues ?? [])
    }

    /// Waits: no fixes are taken, and the time does not count.
    public func pause() async -> Answer<Void> {
        voice.hush()
        return await wait(true)
    }

    /// Ends waiting.
    public func resume() async -> Answer<Void> {
        await wait(false)
    }

    /// Ends the journey and its recording, which it tells the number of. What could not be kept for want of room keeps it
    /// from ending.
    public func stop() async -> Answer<UInt32?> {
        let (open, nowMs) = (open, phone.now())
        let begun = await goOn()
        if let said = begun.said { return .refused(said) }
        let number = ride?.recording
        let answer = await home.change { _ in try open.finish(nowMs) }
        if let said = answer.said { ride?.notKept = said } else { ride = nil }
        return answer.map { _ in number }
    }

    /// Looks again whether the phone gives positions: the traveller allowed something.
    public func listenAgain() {
        listening.again()
    }

    private func wait(_ isPaused: Bool) async -> Answer<Void> {
        let open = open
        let answer = await home.change { _ in
            if isPaused { try open.pause() } else { try open.resume() }
        }
        if let said = answer.said {
            ride?.notKept = said
        } else {
            ride?.isPaused = isPaused
            if !isPaused { ride?.signal = .waiting }
        }
        return answer
    }

    private func signal(_ signal: Signal) {
        ride?.signal = signal
    }

    private func tell(_ cues: [Cue]) {
        guard !cues.isEmpty else { return }
        if home.settings?.voice == true { for text in cues.compactMap(\.spoken) { voice.say(text) } }
        let touch = cues.compactMap { cue in Touch(cue.event) }.max()
        if choices.choice.vibrate, let touch { haptics.feel(touch) }
        home.changed()
    }
}
