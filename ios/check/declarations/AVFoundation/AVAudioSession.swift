// Mirrors how the app's sound stands among other apps' sound.
open class AVAudioSession: NSObject, @unchecked Sendable {
    open class func sharedInstance() -> AVAudioSession { fatalError() }
    open func setCategory(_ category: AVAudioSession.Category) throws { fatalError() }
    open func setCategory(_ category: AVAudioSession.Category, options: AVAudioSession.CategoryOptions = []) throws {
        fatalError()
    }
    open func setCategory(
        _ category: AVAudioSession.Category, mode: AVAudioSession.Mode, options: AVAudioSession.CategoryOptions = []
    ) throws { fatalError() }
    open func setMode(_ mode: AVAudioSession.Mode) throws { fatalError() }
    open func setActive(_ active: Bool, options: AVAudioSession.SetActiveOptions = []) throws { fatalError() }
    open var category: AVAudioSession.Category { fatalError() }
    open var isOtherAudioPlaying: Bool { fatalError() }
    open var secondaryAudioShouldBeSilencedHint: Bool { fatalError() }
    open var outputVolume: Float { fatalError() }
    public class var interruptionNotification: NSNotification.Name { fatalError() }
    public class var routeChangeNotification: NSNotification.Name { fatalError() }
    public class var mediaServicesWereResetNotification: NSNotification.Name { fatalError() }

    public struct Category: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { fatalError() }
        public static var ambient: Category { fatalError() }
        public static var soloAmbient: Category { fatalError() }
        public static var playback: Category { fatalError() }
    }

    public struct Mode: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { fatalError() }
        public static var `default`: Mode { fatalError() }
        public static var spokenAudio: Mode { fatalError() }
        public static var voicePrompt: Mode { fatalError() }
    }

    public struct CategoryOptions: OptionSet, Sendable {
        public let rawValue: UInt
        public init(rawValue: UInt) { fatalError() }
        public static var mixWithOthers: CategoryOptions { fatalError() }
        public static var duckOthers: CategoryOptions { fatalError() }
        public static var interruptSpokenAudioAndMixWithOthers: CategoryOptions { fatalError() }
    }

    public struct SetActiveOptions: OptionSet, Sendable {
        public let rawValue: UInt
        public init(rawValue: UInt) { fatalError() }
        public static var notifyOthersOnDeactivation: SetActiveOptions { fatalError() }
    }

    public enum InterruptionType: UInt, Sendable {
        case ended
        case began
    }

    public struct InterruptionOptions: OptionSet, Sendable {
        public let rawValue: UInt
        public init(rawValue: UInt) { fatalError() }
        public static var shouldResume: InterruptionOptions { fatalError() }
    }

    public enum RouteChangeReason: UInt, Sendable {
        case unknown
        case newDeviceAvailable
        case oldDeviceUnavailable
        case categoryChange
        case override
        case wakeFromSleep = 6
        case noSuitableRouteForCategory
        case routeConfigurationChange
    }
}

public let AVAudioSessionInterruptionTypeKey: String = ""
public let AVAudioSessionInterruptionOptionKey: String = ""
public let AVAudioSessionRouteChangeReasonKey: String = ""
