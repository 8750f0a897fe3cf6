// The guide's screen: the ride under way or one that was interrupted, and what the traveller does there. What is said of a
// ride is said by the ride itself.
import Observation
import RouteGuide

/// The guide's screen.
@MainActor
@Observable
public final class GuideModel {
    /// What a kill left under way.
    public let interrupted: Following<Underway?>

    /// The map.
    public let ground: GuideGround

    /// Why a ride that was interrupted could not be ended.
    public private(set) var unended: Said?

    private var putAway: NewestCue?

    @ObservationIgnored private let parts: Parts

    public init(_ parts: Parts) {
        self.parts = parts
        interrupted = Following(parts.home) { shelf in try shelf.library.underway() }
        ground = GuideGround(parts)
    }

    /// The ride under way.
    public var ride: Ride? { parts.guiding.ride }

    /// What comes next.
    public func whatComes(_ ride: Ride, _ say: Wording) -> WhatComes {
        ride.whatComes(say, isCourseUp: ground.isCourseUp)
    }

    /// Whatever there is of troubles now.
    public func troubles(_ ride: Ride, _ say: Wording) -> [RideTrouble] {
        ride.troubles(say, sinceStart: parts.phone.sinceStart())
    }

    /// That the phone cannot say what the traveller wants to hear; nothing where it can.
    public func voiceTrouble(_ say: Wording) -> RideTrouble? {
        guard speaks, parts.doors.voice.state == .languageMissing else { return nil }
        return RideTrouble(kind: .voiceMissing, text: say(.guideVoiceMissing))
    }

    /// The newest cue, until it is old or put away.
    public var newestCue: NewestCue? {
        guard let cue = ride?.newestCue, cue != putAway else { return nil }
        return cue.oldMs.map { $0 > parts.phone.sinceStart() } ?? true ? cue : nil
    }

    /// Takes a cue away.
    public func putAway(_ cue: NewestCue) {
        putAway = cue
    }

    /// Takes a cue away once it is old.
    public func putAwayWhenOld(_ cue: NewestCue) async {
        guard let oldMs = cue.oldMs else { return }
        try? await Task.sleep(for: .milliseconds(max(0, oldMs - parts.phone.sinceStart())))
        if !Task.isCancelled { putAway = cue }
    }

    /// What VoiceOver has to say, since nobody else does.
    public var toAnnounce: String? {
        let isHeard = speaks && parts.doors.voice.state == .ready
        return isHeard ? nil : newestCue?.text
    }

    /// Whether cues are heard.
    public var speaks: Bool { parts.home.settings?.voice == true }

    /// Has cues heard, or not.
    public func speak(_ isOn: Bool) async {
        guard var settings = parts.home.settings else { return }
        settings.voice = isOn
        await parts.home.choose(settings)
        if !isOn { parts.doors.voice.hush() }
    }

    /// Whether the screen stays on while the guide is shown.
    public var keepsScreenOn: Bool { ride != nil && parts.choices.choice.screenOn }

    /// Shows a stop on the way. On a track there are none.
    public func openStop(_ stop: String) {
        guard case .route(let bundle, let route) = ride?.way else { return }
        parts.navigator.openInFront(.stop(bundle: bundle, route: route, stop: stop))
    }

    /// Shows help in an emergency.
    public func openEmergency() {
        parts.navigator.openInFront(.emergency)
    }

    /// Waits, or goes on.
    public func wait(_ isPaused: Bool) async {
        _ = isPaused ? await parts.guiding.pause() : await parts.guiding.resume()
    }

    /// What ending means, before it is done.
    public var ending: Phrase { ride?.recording == nil ? .guideEndUnrecorded : .guideEndRecorded }

    /// Ends the ride, and leads to its recording if there is one.
    public func stop() async {
        let answer = await parts.guiding.stop()
        unended = answer.said
        guard case .given(let recording) = answer else { return }
        parts.navigator.showsGuide = false
        if let recording { parts.navigator.open(.track(recording)) }
    }
}
