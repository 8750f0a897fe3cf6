// Cues that are heard. What is said comes from the core; here is whether the phone can say it.

/// Whether cues can be heard.
public enum VoiceState: Equatable, Sendable {
    /// Nobody asked for it yet.
    case idle

    /// It speaks.
    case ready

    /// The phone has no voice in this language.
    case languageMissing
}

/// A voice. Its state is observed.
@MainActor
public protocol Voice: AnyObject {
    /// Whether it can be heard.
    var state: VoiceState { get }

    /// Gets it ready to speak a language.
    func prepare(_ language: String)

    /// Says something after what it is saying now; music gets quieter meanwhile.
    func say(_ text: String)

    /// Ends in the middle of the word.
    func hush()
}
