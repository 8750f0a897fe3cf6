// What the phone's receiver is asked for, from what the core wants. iOS knows no interval, only how exact a place has to be
// and what moves: exactness is what costs power, and what comes too often is passed over by `Listening`.
//
// A distance that must be gone before the next fix is not asked for: whoever rests would seem to have lost the signal.
import RouteGuide

/// Finer than this only all that the receiver has will do.
private let fineM = 10.0

/// Coarser than this, masts and access points will do.
private let coarseM = 50.0

/// How the receiver is set.
public struct Tuning: Equatable, Sendable {
    /// How exact a place has to be, in the steps that iOS knows.
    public enum Accuracy: Equatable, Sendable {
        case best, tenMetres, hundredMetres
    }

    /// What moves.
    public enum Activity: Equatable, Sendable {
        /// A walker, a cyclist.
        case fitness

        /// A car on roads.
        case automotive

        /// Anything else; boats and ferries among them.
        case other
    }

    public let accuracy: Accuracy
    public let activity: Activity

    /// For a rate. Of a phone that saves power the best is not asked: ten metres still tell a stop and its side.
    public init(_ rate: Rate, savesPower: Bool) {
        accuracy =
            switch rate.accuracyM {
            case ...fineM: savesPower ? .tenMetres : .best
            case ...coarseM: .tenMetres
            default: .hundredMetres
            }
        activity =
            switch rate.mode {
            case .walk, .bike: .fitness
            case .car: .automotive
            case .boat, .ferry, nil: .other
            }
    }
}
