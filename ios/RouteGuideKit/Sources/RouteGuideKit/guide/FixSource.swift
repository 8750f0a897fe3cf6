// Where fixes come from, as the app sees it. The phone's own way of getting them lives with the app.
import RouteGuide

/// How the phone's positions stand.
public enum Signal: Equatable, Sendable {
    /// None came yet.
    case waiting

    /// They come.
    case there

    /// None came for much longer than it should take.
    case lost

    /// Location is switched off on the phone.
    case switchedOff

    /// The app may not know where it is.
    case notAllowed
}

/// What the traveller lets the app know of where they are.
public enum Allowed: Equatable, Sendable {
    /// Nobody has asked them.
    case notAsked
    case nothing
    case roughly
    case exactly
}

/// How often and how exactly fixes are wanted, and how the traveller moves.
public struct Rate: Equatable, Sendable {
    public let everyMs: Int64
    public let accuracyM: Double
    public let mode: TravelMode?

    public init(everyMs: Int64, accuracyM: Double, mode: TravelMode? = nil) {
        self.everyMs = everyMs
        self.accuracyM = accuracyM
        self.mode = mode
    }

    /// Until the core says otherwise.
    public static let atFirst = Rate(everyMs: 1_000, accuracyM: 10)
}

/// The phone's positions.
@MainActor
public protocol FixSource: AnyObject {
    /// What the traveller allows.
    var allowed: Allowed { get }

    /// Whether location is switched on in the phone.
    var isSwitchedOn: Bool { get }

    /// The last place the phone knows of, however old.
    var last: Fix? { get }

    /// Asks the traveller to let the app know where it is; ends when they have answered.
    func ask() async

    /// Asks for the exact place where only a rough one is allowed; ends when they have answered.
    func askExactly() async

    /// Starts, or goes on at another rate.
    func start(_ rate: Rate, onFix: @escaping @MainActor (Fix) -> Void, onSignal: @escaping @MainActor (Signal) -> Void)

    /// Ends.
    func stop()
}
