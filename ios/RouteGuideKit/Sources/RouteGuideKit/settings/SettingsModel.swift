// What the traveller can choose, from both places where it is kept: the library, which backups carry, and this phone.
import Observation
import RouteGuide

/// The settings' state.
@MainActor
@Observable
public final class SettingsModel {
    /// Whether damage was found that the traveller does not know of.
    public let hasDamage: Following<Bool>

    /// What was wished on it.
    public let wishes = Wishes()

    /// Of the app, as it is shown.
    public let version: String

    @ObservationIgnored private let parts: Parts

    public init(_ parts: Parts) {
        (self.parts, version) = (parts, parts.phone.version)
        hasDamage = Following(parts.home) { shelf in try !shelf.library.damages().isEmpty }
    }

    /// What the library keeps; nothing until it is open. Set, it is chosen anew.
    public var chosen: TravellerSettings? {
        get { parts.home.settings }
        set { if let newValue { Task { await choose(newValue) } } }
    }

    /// What this phone keeps. Set, it is chosen anew.
    public var choice: Choice {
        get { parts.choices.choice }
        set { parts.choices.choose { $0 = newValue } }
    }

    /// What is told of the bundles: what they are, or that something was damaged.
    public var bundlesText: Phrase { hasDamage.answer?.value == true ? .settingsDamage : .settingsBundlesText }

    /// Whether this phone can say the cues, and where a voice is to be had; nothing where nothing is to be said.
    public func voiceLines(_ say: Wording) -> [String] {
        guard chosen?.voice == true else { return [] }
        return switch parts.doors.voice.state {
        case .idle: [say(.settingsVoiceLooking)]
        case .ready: [say(.settingsVoiceReady)]
        case .languageMissing: [say(.settingsVoiceMissing(say.ownName)), say(.settingsVoiceWhere)]
        }
    }

    /// Looks whether the phone can speak the language.
    public func askForVoice() {
        if let language = parts.home.say?.language { parts.doors.voice.prepare(language) }
    }

    /// Chooses for the library.
    func choose(_ chosen: TravellerSettings) async {
        await wishes.make { await parts.home.choose(chosen) }
    }
}
