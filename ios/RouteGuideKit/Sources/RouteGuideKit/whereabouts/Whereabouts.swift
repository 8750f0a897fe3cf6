// Where the traveller is, for screens that they asked to show it: from the moment the first of them looks until the last
// one is left.
//
// The guide takes its own fixes, from a source of its own: what is begun and ended here does not touch it. Whether a place
// is believed, and what is near it, is the core's.
import Observation
import RouteGuide

/// Often enough for someone who stands and looks.
private let looking = Rate(everyMs: 2_000, accuracyM: 10)

/// Older than this, the phone's last place says little of where the traveller is now.
private let recentMs: Int64 = 15 * 60_000

/// Where the traveller is.
@MainActor
@Observable
public final class Whereabouts {
    /// The place, as it changes.
    public private(set) var here = Here()

    @ObservationIgnored private let fixes: any FixSource
    @ObservationIgnored private let phone: Phone
    @ObservationIgnored private var lookers = 0

    init(_ fixes: any FixSource, _ phone: Phone) {
        (self.fixes, self.phone) = (fixes, phone)
    }

    /// Whether the place may be known, exactly or roughly.
    public var isAllowed: Bool { [.roughly, .exactly].contains(fixes.allowed) }

    /// Whether the traveller was never asked: then they are told why before the phone asks them.
    public var isUnasked: Bool { fixes.allowed == .notAsked }

    /// The place where the phone was last, if that is not long ago; asks nothing of the phone.
    public var recent: Position? {
        guard isAllowed, let fix = fixes.last, ageMs(of: fix) < recentMs else { return nil }
        return Position(lat: fix.lat, lon: fix.lon)
    }

    /// Looks for the place until the task is cancelled. An older place is shown meanwhile, with its age.
    public func look() async {
        lookers += 1
        if lookers == 1 { begin() }
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3_600)) }
        lookers -= 1
        if lookers == 0 { end() }
    }

    /// Asks the traveller to let the app know where it is.
    public func ask() async {
        await fixes.ask()
        if lookers > 0 { begin() }
    }

    /// Asks for the exact place.
    public func askExactly() async {
        await fixes.askExactly()
        if lookers > 0 { begin() }
    }

    /// How long ago a fix was.
    public func ageMs(of fix: Fix) -> Int64 {
        let ms = fix.monotonicMs.map { phone.sinceStart() - $0 } ?? (phone.now() - fix.timeMs)
        return max(0, ms)
    }

    private func begin() {
        guard isAllowed else {
            here = Here(signal: .notAllowed, allowed: fixes.allowed)
            return
        }
        here = Here(signal: .waiting, fix: here.fix ?? fixes.last, allowed: fixes.allowed)
        fixes.start(
            looking,
            onFix: { [weak self] in self?.take($0) },
            onSignal: { [weak self] in self?.here.signal = $0 })
    }

    private func take(_ fix: Fix) {
        here = Here(signal: .there, fix: fix, allowed: fixes.allowed)
    }

    private func end() {
        fixes.stop()
        here.signal = nil
    }
}
