// From the wish to set out to being under way: asks for what the guide needs, one thing after the other, each in words
// before iOS asks in its own. Location in the background is asked for nowhere: the guide begins on the screen.
import Observation
import RouteGuide

/// Setting out, as it is asked about. One for the whole app: shown above whatever screen the wish came from.
@MainActor
@Observable
public final class SettingOutModel {
    /// What is asked now.
    public private(set) var hurdle: Hurdle?

    private struct Wish {
        let isAnotherRide: Bool
        var overcome: Set<Hurdle> = []
        let begin: @MainActor () async -> Said?
    }

    @ObservationIgnored private let guiding: Guiding
    @ObservationIgnored private let fixes: any FixSource
    @ObservationIgnored private let navigator: Navigator
    @ObservationIgnored private var wish: Wish?
    @ObservationIgnored private var isAsking = false

    init(_ guiding: Guiding, _ fixes: any FixSource, _ navigator: Navigator) {
        (self.guiding, self.fixes, self.navigator) = (guiding, fixes, navigator)
    }

    /// The wish to set out. On the same way again it leads back to the guide.
    public func setOut(_ way: Way, reversed: Bool = false, departure: Departure = .continue) async {
        let ride = guiding.ride
        if ride?.way == way, ride?.reversed == reversed, departure == .continue {
            navigator.openGuide()
            return
        }
        let guiding = guiding
        wish = Wish(isAnotherRide: true) {
            await guiding.setOut(way, reversed: reversed, departure: departure).said
        }
        await look()
    }

    /// The wish to go on with what is under way, after a kill or after what the guide needs was taken from it.
    public func goOn() async {
        let guiding = guiding
        wish = Wish(isAnotherRide: false) { await guiding.goOn().said }
        await look()
    }

    /// Looks what stands in the way now, and sets out where nothing does: also back from the phone's settings.
    public func look() async {
        guard let wish, !isAsking else { return }
        hurdle = hurdles(wish).first { !wish.overcome.contains($0) }
        if hurdle == nil { await begin(wish) }
    }

    /// What is asked was read and answered.
    public func putAway() {
        hurdle = nil
    }

    /// The traveller agrees to what helps. What is done in the phone's settings is looked at when they come back.
    public func agree(_ hurdle: Hurdle) async {
        switch hurdle {
        case .why: await ask(after: hurdle) { await fixes.ask() }
        case .roughly: await ask(after: nil) { await fixes.askExactly() }
        case .otherRide: await overcome(hurdle)
        case .switchedOff, .refused, .failed: putAway()
        }
    }

    /// The traveller goes on in spite of it.
    public func overcome(_ hurdle: Hurdle) async {
        wish?.overcome.insert(hurdle)
        await look()
    }

    /// Not now.
    public func giveUp() {
        (wish, hurdle) = (nil, nil)
    }

    private func ask(after overcome: Hurdle?, _ question: () async -> Void) async {
        if let overcome { wish?.overcome.insert(overcome) }
        (hurdle, isAsking) = (nil, true)
        await question()
        isAsking = false
        await look()
    }

    private func hurdles(_ wish: Wish) -> [Hurdle] {
        let isUnknown = [.notAsked, .nothing].contains(fixes.allowed)
        let other = guiding.ride.flatMap { wish.isAnotherRide ? Hurdle.otherRide(name: $0.name) : nil }
        // While location is switched off for the whole phone, iOS says of every app that it may not know it.
        return [
            other, fixes.isSwitchedOn ? nil : .switchedOff, fixes.allowed == .notAsked ? .why : nil,
            isUnknown ? .refused : nil, fixes.allowed == .roughly ? .roughly : nil,
        ].compactMap { $0 }
    }

    private func begin(_ wish: Wish) async {
        self.wish = nil
        let said = await wish.begin()
        hurdle = said.map(Hurdle.failed)
        if said == nil { navigator.openGuide() }
    }
}
