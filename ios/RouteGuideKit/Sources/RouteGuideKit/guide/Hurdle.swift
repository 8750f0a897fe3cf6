// What stands in the way of setting out, in words: why, what is possible all the same, and what to do.
import RouteGuide

/// What stands between the wish and the way.
public enum Hurdle: Hashable, Sendable {
    /// Another ride is under way.
    case otherRide(name: String)

    /// Location is switched off on the phone.
    case switchedOff

    /// The app may not see where it is, and has not yet said why it should.
    case why

    /// The traveller refused.
    case refused

    /// The app may know only roughly where it is.
    case roughly

    /// The core says no.
    case failed(Said)

    /// What it is.
    public var title: Phrase {
        switch self {
        case .otherRide: .otherRide
        case .switchedOff: .locationOff
        case .why: .whyLocation
        case .refused: .locationRefused
        case .roughly: .locationRoughly
        case .failed: .setOutNotSetOut
        }
    }

    /// More of it.
    public func text(_ say: Wording) -> String {
        switch self {
        case .otherRide(let name): say(.otherRideText(name))
        case .switchedOff: say(.locationOffText)
        case .why: say(.whyLocationText)
        case .refused: say(.locationRefusedText)
        case .roughly: say(.locationRoughlyText)
        case .failed(let said): said.text
        }
    }

    /// What helps; nothing where nothing does.
    public var agree: Phrase? {
        switch self {
        case .otherRide: .otherRideEnd
        case .switchedOff: .openLocationSettings
        case .why: .goFurther
        case .refused: .allowLocation
        case .roughly: .allowExactly
        case .failed: nil
        }
    }

    /// Going on in spite of it; nothing where that is not possible.
    public var goOn: Phrase? { self == .roughly ? .setOutGoRoughly : nil }

    /// Not now.
    public var giveUp: Phrase {
        if case .failed = self { .close } else { .notNow }
    }

    /// Whether what helps is done in the phone's settings: asked once, iOS asks no more.
    public var leadsToSettings: Bool { self == .switchedOff || self == .refused }
}
