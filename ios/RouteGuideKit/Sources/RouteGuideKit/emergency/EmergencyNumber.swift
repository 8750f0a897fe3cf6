// The numbers to call in an emergency.
import Foundation
import RouteGuide

/// Answers in all of the European Union, also without a card in the phone.
private let everywhere = "112"

/// A number to call, and what the publisher of a bundle says of it.
public struct EmergencyNumber: Hashable, Identifiable, Sendable {
    public let number: String
    public let note: String?

    public var id: String { number }

    /// What opens the phone's own question whether to call it; nothing where it is no number.
    public var address: URL? {
        let dialled = number.filter { !between.contains($0) }
        return dialled.wholeMatch(of: plain) == nil ? nil : URL(string: "tel:\(dialled)")
    }
}

/// What may stand between the digits of a number that is to be read.
private let between = " \u{A0}-()./"

/// What a phone dials and does nothing else with: `*` and `#` would be orders to it, `,` and `;` more digits later.
private var plain: Regex<Substring> { /\+?[0-9]{2,15}/ }

extension EmergencyNumber {
    /// The numbers of all bundles, the one that answers everywhere first: it is there without any bundle.
    @Core
    static func read(_ shelf: Shelf) throws -> [EmergencyNumber] {
        of(try shelf.library.bundles().map(\.manifest))
    }

    static func of(_ manifests: [BundleManifest]) -> [EmergencyNumber] {
        let told = manifests.map { EmergencyNumber(number: $0.emergencyNumber, note: $0.emergencyNote) }
            .filter { $0.address != nil }
        let first = told.first { $0.number == everywhere } ?? EmergencyNumber(number: everywhere, note: nil)
        return told.reduce(into: [first]) { numbers, one in
            if !numbers.contains(where: { $0.number == one.number }) { numbers.append(one) }
        }
    }
}
