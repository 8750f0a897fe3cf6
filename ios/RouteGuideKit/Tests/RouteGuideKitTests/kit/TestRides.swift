// Rides on the real routes, as a phone's receiver tells them.
import Fieldwork
import RouteGuide

@testable import RouteGuideKit

extension TestPhone {
    /// A fix every 5 s at 5 m/s along a route, from one distance from its start to another.
    func ride(along way: Way, metres: ClosedRange<Int>, from start: Int64 = noon) async throws -> [Fix] {
        guard case .route(let bundle, let route) = way else { return [] }
        let line = await home.ask(bundle: bundle) { try $0.coordinates(route: route) }.value
        let places = places(along: try line.required, metresApart: 25)
        let part = places[min(metres.lowerBound / 25, places.count)..<min(metres.upperBound / 25, places.count)]
        return part.enumerated().map { number, place in
            let ms = 5_000 * Int64(number)
            return Fix(
                timeMs: start + ms, monotonicMs: start - noon + 60_000 + ms, lat: place.lat, lon: place.lon,
                accuracyM: 5, altitudeM: nil, speedMps: 5, courseDeg: nil)
        }
    }

    /// The traveller is where these fixes say, one after another, as the receiver tells the app.
    func carry(along fixes: [Fix]) async {
        for fix in fixes {
            now = fix.timeMs
            self.fixes.arrive(fix)
            await settle { self.parts.guiding.ride?.fixCameMs == self.parts.phone.sinceStart() }
        }
    }
}

/// Lets the app work until something is so, for ten seconds at most.
@MainActor
func settle(until isSo: () -> Bool) async {
    for _ in 0..<10_000 where !isSo() {
        try? await Task.sleep(for: .milliseconds(1))
    }
}

extension Optional {
    /// What is there, or the end of the test.
    var required: Wrapped {
        get throws {
            guard let self else { throw Absent() }
            return self
        }
    }
}

struct Absent: Error {}
