// Mirrors the voice that reads cues aloud.
@_exported import FoundationOnApple

open class AVSpeechSynthesizer: NSObject, @unchecked Sendable {
    public override init() { fatalError() }
    open class var availableVoicesDidChangeNotification: NSNotification.Name { fatalError() }
    weak open var delegate: (any AVSpeechSynthesizerDelegate)?
    open var isSpeaking: Bool { fatalError() }
    open var isPaused: Bool { fatalError() }
    open var usesApplicationAudioSession: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open func speak(_ utterance: AVSpeechUtterance) { fatalError() }
    @discardableResult open func stopSpeaking(at boundary: AVSpeechBoundary) -> Bool { fatalError() }
    @discardableResult open func pauseSpeaking(at boundary: AVSpeechBoundary) -> Bool { fatalError() }
    @discardableResult open func continueSpeaking() -> Bool { fatalError() }
}

// Optional in Objective-C; a default stands for what a delegate leaves out.
public protocol AVSpeechSynthesizerDelegate: NSObjectProtocol {
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didStart utterance: AVSpeechUtterance)
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance)
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance)
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didPause utterance: AVSpeechUtterance)
    func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didContinue utterance: AVSpeechUtterance)
}

extension AVSpeechSynthesizerDelegate {
    public func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didStart utterance: AVSpeechUtterance) {}
    public func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didFinish utterance: AVSpeechUtterance) {}
    public func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didCancel utterance: AVSpeechUtterance) {}
    public func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didPause utterance: AVSpeechUtterance) {}
    public func speechSynthesizer(_ synthesizer: AVSpeechSynthesizer, didContinue utterance: AVSpeechUtterance) {}
}

public enum AVSpeechBoundary: Int, Sendable {
    case immediate
    case word
}

open class AVSpeechUtterance: NSObject, @unchecked Sendable {
    public init(string: String) { fatalError() }
    public init?(ssmlRepresentation string: String) { fatalError() }
    open var voice: AVSpeechSynthesisVoice? {
        get { fatalError() }
        set { fatalError() }
    }
    open var speechString: String { fatalError() }
    open var rate: Float {
        get { fatalError() }
        set { fatalError() }
    }
    open var pitchMultiplier: Float {
        get { fatalError() }
        set { fatalError() }
    }
    open var volume: Float {
        get { fatalError() }
        set { fatalError() }
    }
    open var prefersAssistiveTechnologySettings: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var preUtteranceDelay: TimeInterval {
        get { fatalError() }
        set { fatalError() }
    }
    open var postUtteranceDelay: TimeInterval {
        get { fatalError() }
        set { fatalError() }
    }
}

public let AVSpeechUtteranceMinimumSpeechRate: Float = 0
public let AVSpeechUtteranceMaximumSpeechRate: Float = 0
public let AVSpeechUtteranceDefaultSpeechRate: Float = 0

open class AVSpeechSynthesisVoice: NSObject, @unchecked Sendable {
    public init?(language languageCode: String?) { fatalError() }
    public init?(identifier: String) { fatalError() }
    open class func speechVoices() -> [AVSpeechSynthesisVoice] { fatalError() }
    open class func currentLanguageCode() -> String { fatalError() }
    open var language: String { fatalError() }
    open var identifier: String { fatalError() }
    open var name: String { fatalError() }
    open var quality: AVSpeechSynthesisVoiceQuality { fatalError() }
    open var gender: AVSpeechSynthesisVoiceGender { fatalError() }
}

public enum AVSpeechSynthesisVoiceQuality: Int, Sendable {
    case `default` = 1
    case enhanced
    case premium
}

public enum AVSpeechSynthesisVoiceGender: Int, Sendable {
    case unspecified
    case male
    case female
}
