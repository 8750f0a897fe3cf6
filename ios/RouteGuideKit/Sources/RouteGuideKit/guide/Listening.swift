// Listens for positions as long as a ride wants them, at the rate the core asks for, and notices when they stay away.
import RouteGuide

/// A fix is missed when it is later than three times what was asked for, and this much.
private let patienceMs: Int64 = 20_000

/// How often somebody looks whether fixes still come.
private let lookEvery = Duration.seconds(5)

/// The phone's positions on a ride.
@MainActor
final class Listening {
    private let source: any FixSource
    private let phone: Phone
    private let onFix: @MainActor (Fix) async -> Void
    private let onSignal: @MainActor (Signal) -> Void
    private var ride: Ride?
    private var rate: Rate?

    // When the last fix came that was handed on, and the one that was the last when the phone was asked anew.
    private var tookMs: Int64?
    private var missedMs: Int64?
    private var looking: Task<Void, Never>?
    private var taking: Task<Void, Never>?

    // The newest few: whoever cannot keep up wants to know where they are, not where they were.
    private var arrived: AsyncStream<Fix>.Continuation?

    init(
        _ source: any FixSource, _ phone: Phone, onFix: @escaping @MainActor (Fix) async -> Void,
        onSignal: @escaping @MainActor (Signal) -> Void
    ) {
        (self.source, self.phone, self.onFix, self.onSignal) = (source, phone, onFix, onSignal)
    }

    deinit {
        arrived?.finish()
        looking?.cancel()
    }

    /// What the ride wants now.
    func follow(_ ride: Ride?) {
        self.ride = ride
        let wanted = ride.flatMap { $0.isPaused ? nil : $0.rate }
        guard wanted != rate else { return }
        rate = wanted
        if let wanted { listen(wanted) } else { end() }
    }

    /// Asks the phone anew: another ride began, or the traveller allowed something.
    func again() {
        if let rate { listen(rate) }
    }

    /// Says so when fixes stay away. A phone at rest may keep them to itself, so it is asked once more first.
    func look() {
        guard let ride, !ride.isPaused, ride.signal == .there else { return }
        let waited = phone.sinceStart() - ride.fixCameMs
        guard waited > 3 * ride.rate.everyMs + patienceMs else { return }
        if missedMs == ride.fixCameMs {
            onSignal(.lost)
        } else {
            missedMs = ride.fixCameMs
            again()
        }
    }

    private func listen(_ rate: Rate) {
        if taking == nil { beginTaking() }
        source.start(
            rate, onFix: { [weak self] in self?.arrive($0) }, onSignal: { [weak self] in self?.onSignal($0) })
    }

    // The phone gives them as often as it likes, and for every app the most often that one wants.
    private func arrive(_ fix: Fix) {
        let nowMs = phone.sinceStart()
        if let rate, let tookMs, nowMs - tookMs < rate.shortestMs { return }
        tookMs = nowMs
        arrived?.yield(fix)
    }

    private func beginTaking() {
        let (fixes, arrived) = AsyncStream.makeStream(of: Fix.self, bufferingPolicy: .bufferingNewest(64))
        self.arrived = arrived
        taking = Task { [onFix] in for await fix in fixes { await onFix(fix) } }
        looking = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: lookEvery)
                self?.look()
            }
        }
    }

    private func end() {
        source.stop()
        arrived?.finish()
        looking?.cancel()
        (arrived, taking, looking, tookMs) = (nil, nil, nil, nil)
    }
}

extension Rate {
    /// What comes sooner after another than this is passed over.
    var shortestMs: Int64 { everyMs / 2 }
}
