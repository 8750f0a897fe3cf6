// Where the traveller is, as it is told in an emergency: digits to read aloud, how far they can be trusted, and the message
// that says it to others. How a place reads and sounds is the core's.
import Foundation
import RouteGuide

/// After this long, someone who walks may be out of sight of where they were.
private let oldMs: Int64 = 3 * 60_000

/// A place to be told.
public struct EmergencyPlace: Equatable, Sendable {
    /// As every map understands it, in other digits, and as it is read aloud.
    public let text: PositionText

    /// How far off it may be.
    public let accuracy: String

    /// How long ago it was found.
    public let age: String

    /// Whether the traveller may have moved on since.
    public let isOld: Bool

    /// Says it to others, in the traveller's language.
    public let message: String

    init(_ fix: Fix, ageMs: Int64, nearest: Spot?, _ say: Wording) {
        text = say.words.position(position: Position(lat: fix.lat, lon: fix.lon))
        // Phones say nothing sensible where they do not know.
        let metres = fix.accuracyM > 0 ? say.words.distance(metres: fix.accuracyM) : nil
        accuracy = say(metres.map { .emergencyAccuracy($0) } ?? .emergencyAccuracyUnknown)
        age = say(.emergencyAge(say.words.duration(ms: ageMs)))
        isOld = ageMs > oldMs
        message = [
            say(.emergencyMessage(text.decimal)),
            say(.emergencyMessageTime(say.time(fix.timeMs))),
            metres.map { say(.emergencyMessageAccuracy($0)) },
            nearest.flatMap { spot in
                spot.away.map { away in
                    say(
                        .emergencyMessageNearest(
                            spot.name, say.words.distance(metres: away.distanceM),
                            say.words.direction(bearingDeg: away.bearingDeg)))
                }
            },
        ].compactMap { $0 }.joined(separator: " ")
    }

    /// What opens a message with the text in it, to whomever the traveller chooses.
    public var sms: URL? {
        // Only what stands in every address as it is: the rest would end the text early.
        let body = message.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        return body.flatMap { URL(string: "sms:&body=\($0)") }
    }
}
