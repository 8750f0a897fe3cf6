// The phone's own text to speech. All its voices are on the phone: nothing said leaves it.
//
// Music gets quieter while it speaks, and nothing of the phone's sound is kept when it has spoken.
import AVFoundation
import Foundation
import Observation
import RouteGuideKit

/// The voice of this phone.
@MainActor
@Observable
final class PhoneVoice: NSObject, Voice {
    private(set) var state = VoiceState.idle

    @ObservationIgnored private let synthesizer = AVSpeechSynthesizer()
    @ObservationIgnored private let sound = AVAudioSession.sharedInstance()
    @ObservationIgnored private var voice: AVSpeechSynthesisVoice?
    @ObservationIgnored private var language: String?
    @ObservationIgnored private var saying: [ObjectIdentifier: AVSpeechUtterance] = [:]

    override init() {
        super.init()
        synthesizer.delegate = self
        hear(AVSpeechSynthesizer.availableVoicesDidChangeNotification) { voice in
            if let language = voice.language { voice.prepare(language) }
        }
        // A call, an alarm: what was being said is old when it ends, and is read.
        hear(AVAudioSession.interruptionNotification) { $0.hush() }
    }

    func prepare(_ language: String) {
        self.language = language
        let spoken = AVSpeechSynthesisVoice.speechVoices().filter { $0.language.prefix { $0 != "-" } == language }
        let usual = AVSpeechSynthesisVoice.currentLanguageCode()
        voice = spoken.max { one, other in
            (one.quality.rawValue, one.language == usual ? 1 : 0)
                < (other.quality.rawValue, other.language == usual ? 1 : 0)
        }
        state = voice == nil ? .languageMissing : .ready
    }

    func say(_ text: String) {
        guard let voice, (try? begin()) != nil else { return }
        let utterance = AVSpeechUtterance(string: text)
        utterance.voice = voice
        saying[ObjectIdentifier(utterance)] = utterance
        synthesizer.speak(utterance)
    }

    func hush() {
        synthesizer.stopSpeaking(at: .immediate)
        // Of what had not begun nothing is told.
        saying = [:]
        rest()
    }

    // Refused during a call: the cue is felt and read.
    private func begin() throws {
        try sound.setCategory(
            .playback, mode: .voicePrompt, options: [.duckOthers, .interruptSpokenAudioAndMixWithOthers])
        try sound.setActive(true)
    }

    private func said(_ utterance: ObjectIdentifier) {
        if saying.removeValue(forKey: utterance) != nil, saying.isEmpty { rest() }
    }

    private func rest() {
        try? sound.setActive(false, options: .notifyOthersOnDeactivation)
    }

    private func hear(_ name: Notification.Name, _ then: @escaping @MainActor @Sendable (PhoneVoice) -> Void) {
        _ = NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { [weak self] _ in
            MainActor.assumeIsolated {
                if let self { then(self) }
            }
        }
    }
}

extension PhoneVoice: AVSpeechSynthesizerDelegate {
    nonisolated func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance) {
        let spoken = ObjectIdentifier(utterance)
        Task { @MainActor in said(spoken) }
    }

    nonisolated func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance) {
        let spoken = ObjectIdentifier(utterance)
        Task { @MainActor in said(spoken) }
    }
}
