// Rides along the line of a real route, with the errors of nobody's receiver: what is tried out here is the border, and
// guidance has tests of its own. Nothing here knows a library.
import Foundation
import RouteGuide

/// The mean radius of the earth's curvature in the region, in metres: of the sphere that fits it best there.
private let radius = 6_385_400.0

extension Position {
    /// How far it is to another place, by the haversine formula.
    public func metres(to other: Position) -> Double {
        let (φ, ψ) = (lat * .pi / 180, other.lat * .pi / 180)
        let (north, east) = (sin((ψ - φ) / 2), sin((other.lon - lon) * .pi / 360))
        return 2 * radius * asin(min(1, sqrt(north * north + cos(φ) * cos(ψ) * east * east)))
    }

    /// The place so many metres east and north of it.
    public func moved(east: Double, north: Double) -> Position {
        let (up, right) = (north / radius, east / (radius * cos(lat * .pi / 180)))
        return Position(lat: lat + up * 180 / .pi, lon: lon + right * 180 / .pi)
    }
}

/// The places of one who rides along a line at a steady pace.
public func places(along line: Coordinates, metresApart step: Double = 20) -> [Position] {
    guard var here = line.first else { return [] }
    var places = [here]
    var missing = step
    for vertex in line.dropFirst() {
        var left = here.metres(to: vertex)
        while left >= missing {
            let share = missing / left
            here = Position(
                lat: here.lat + share * (vertex.lat - here.lat), lon: here.lon + share * (vertex.lon - here.lon))
            places.append(here)
            left -= missing
            missing = step
        }
        missing -= left
        here = vertex
    }
    return places
}

/// When rides here begin: 2026-06-01 08:00 UTC.
public let morning: Int64 = 1_780_300_800_000

/// The fixes of one who is at these places, one every few seconds.
public func fixes(at places: some Sequence<Position>, from beginning: Int64 = morning, everyMs: Int64 = 4_000) -> [Fix]
{
    places.enumerated().map { number, place in
        let since = Int64(number) * everyMs
        return Fix(
            at: Date(ms: beginning + since), sinceStart: .milliseconds(3_600_000 + since), position: place, accuracyM: 8
        )
    }
}
