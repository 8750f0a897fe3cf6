// Places a traveller stands at, and screens that look for them.
import RouteGuide

@testable import RouteGuideKit

/// At the harbour of Nida.
let nida = Position(lat: 55.3030, lon: 21.0050)

extension TestPhone {
    /// A fix at a place, now.
    func fix(at place: Position, accuracyM: Double = 8) -> Fix {
        Fix(
            timeMs: now, monotonicMs: parts.phone.sinceStart(), lat: place.lat, lon: place.lon, accuracyM: accuracyM,
            altitudeM: nil, speedMps: nil, courseDeg: nil)
    }

    /// A screen looks where the traveller is, as long as something is tried.
    func looking(_ trial: @MainActor () async throws -> Void) async throws {
        let before = parts.whereabouts.here
        let screen = Task { await parts.whereabouts.look() }
        await settle { parts.whereabouts.here != before }
        defer { screen.cancel() }
        try await trial()
    }
}
