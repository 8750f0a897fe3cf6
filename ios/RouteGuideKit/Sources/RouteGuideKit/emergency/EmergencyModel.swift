// What the emergency screen shows: which numbers to call, where the traveller is, what is near them.
import Foundation
import Observation
import RouteGuide

/// What the nearest thing depends on.
public struct NearestSought: Hashable, Sendable {
    let position: Position?
    let revision: Int
}

/// The emergency screen's state.
@MainActor
@Observable
public final class EmergencyModel {
    /// The numbers to call.
    public let numbers: Following<[EmergencyNumber]>

    /// What is nearest to the traveller; nothing where no place is known.
    public private(set) var nearest: Answer<Spot?>?

    /// What became of the last thing the traveller did here; nothing where it speaks for itself.
    public private(set) var notice: Phrase?

    /// The traveller's place.
    public let whereabouts: Whereabouts

    /// The question for it.
    public let asking: Asking

    @ObservationIgnored private let home: Home

    public init(_ parts: Parts) {
        (home, whereabouts) = (parts.home, parts.whereabouts)
        numbers = Following(parts.home, asking: { shelf in try EmergencyNumber.read(shelf) })
        // The place is looked for already: it is there as soon as it may be.
        asking = Asking(parts.whereabouts) {}
    }

    /// What `look` finds out depends on this.
    public var sought: NearestSought {
        NearestSought(position: whereabouts.here.position, revision: home.revision)
    }

    /// Finds out what is nearest.
    public func look() async {
        guard let here = whereabouts.here.position else {
            nearest = nil
            return
        }
        nearest = await home.ask { shelf in
            try shelf.library.nearby(near: here, categories: nil, limit: 1).first.map(Spot.init)
        }
    }

    /// The traveller's place as it is told now; nothing while it is not known.
    public func place(_ say: Wording) -> EmergencyPlace? {
        whereabouts.here.fix.map { fix in
            EmergencyPlace(fix, ageMs: whereabouts.ageMs(of: fix), nearest: nearest?.value ?? nil, say)
        }
    }

    /// Whether the traveller can be asked to let the app know their place.
    public var canAsk: Bool { whereabouts.here.shortcoming == .notAsked }

    /// Whether the phone could open the question whether to call.
    public func called(_ isOpened: Bool) {
        notice = isOpened ? nil : .emergencyNoPhone
    }

    /// Whether the phone could open a message.
    public func sent(_ isOpened: Bool) {
        notice = isOpened ? nil : .emergencyNoMessages
    }

    /// The digits were copied.
    public func copied() {
        notice = .emergencyCopied
    }

    /// The traveller has read what became of it.
    public func seen() {
        notice = nil
    }
}
