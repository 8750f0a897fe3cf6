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
    private var ride: Ride?
    private var rate: Rate?
    private var onFix: @MainActor (Fix) async -> Void = { _ in }
    private var onSignal: @MainActor (Signal) -> Void = { _ in }
    private var looking: Task<Void, Never>?
    private var taking: Task<Void, Never>?

    // The newest few: whoever cannot keep up wants to know where they are, not where they were.
    private var arrived: AsyncStream<Fix>.Continuation?

    init(_ source: any FixSource, _ phone: Phone) {
        (self.source, self.phone) = (source, phone)
    }

    /// Who hears of fixes and of how they stand.
    func begin(onFix: @escaping @MainActor (Fix) async -> Void, onSignal: @escaping @MainActor (Signal) -> Void) {
        (self.onFix, self.onSignal) = (onFix, onSignal)
    }

    /// What the ride wants now.
    func follow(_ ride: Ride?) {
        self.ride = ride
        let wanted = ride.flatMap { $0.isPaused ? nil : $0.rate }
        guard wanted != rate else { return }
        rate = wanted
        if let wanted { listen(wanted) } else { end() }
    }

    /// Asks the phone anew: the traveller allowed something.
    func again() {
        if let rate { listen(rate) }
    }

    /// Says so when fixes stay away.
    func look() {
        guard let ride, !ride.isPaused, ride.signal == .there else { return }
        let waited = phone.sinceStart() - ride.fixCameMs
        if waited > 3 * ride.rate.everyMs + patienceMs { onSignal(.lost) }
    }

    private func listen(_ rate: Rate) {
        if taking == nil { beginTaking() }
        source.start(rate, onFix: { [arrived] in _ = arrived?.yield($0) }, onSignal: onSignal)
    }

    private func beginTaking() {
        let (fixes, arrived) = AsyncStream.makeStream(of: Fix.self, bufferingPolicy: .bufferingNewest(64))
        self.arrived = arrived
        taking = Task { [weak self] in for await fix in fixes { await self?.onFix(fix) } }
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
        (arrived, taking, looking) = (nil, nil, nil)
    }
}
