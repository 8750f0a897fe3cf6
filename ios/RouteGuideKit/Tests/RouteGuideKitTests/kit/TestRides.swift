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

    /// The traveller is where these fixes say, one after another, as the receiver tells the app. Those that come sooner than
    /// they are wanted the app passes over; the others come back.
    @discardableResult
    func carry(along fixes: [Fix]) async -> [Fix] {
        var taken: [Fix] = []
        for fix in fixes {
            now = fix.timeMs
            let isWanted = isWanted
            self.fixes.arrive(fix)
            guard isWanted else { continue }
            await settle { self.parts.guiding.ride?.fixCameMs == self.parts.phone.sinceStart() }
            if parts.guiding.ride?.fixCameMs == parts.phone.sinceStart() { taken.append(fix) }
        }
        return taken
    }

    private var isWanted: Bool {
        guard let ride = parts.guiding.ride, !ride.isPaused else { return false }
        return ride.fixCameMs == 0 || parts.phone.sinceStart() - ride.fixCameMs >= ride.rate.shortestMs
    }
}

extension TestPhone {
    /// The canoe trip, whose line is known to tens of metres; led away from it to the east for a while, and back.
    func strayingOnTheRiver() async throws -> [Fix] {
        let (from, to) = (20, 90)
        return try await ride(along: coast, metres: 26_900...29_800).enumerated().map { number, fix in
            guard (from..<to).contains(number) else { return fix }
            let astray = Position(lat: fix.lat, lon: fix.lon).moved(
                east: Double(min(number - from, to - number)) * 30, north: 0)
            var moved = fix
            (moved.lat, moved.lon) = (astray.lat, astray.lon)
            return moved
        }
    }

    /// What the core's guide makes of these fixes, with nothing between.
    func guided(along way: Way, by fixes: [Fix]) async throws -> [Step] {
        guard case .route(let bundle, let route) = way else { return [] }
        return try await home.ask(bundle: bundle) { bundle in
            let guide = try bundle.guide(route: route, reversed: false)
            defer { try? guide.close() }
            return try fixes.map { try guide.step(fix: $0) }
        }.value.required
    }

    /// The ride under way.
    var underway: Ride {
        get throws { try parts.guiding.ride.required }
    }

    /// The traveller's words.
    var say: Wording {
        get throws { try home.say.required }
    }

    /// What was recorded, the oldest first.
    func recordings() async throws -> [Recording] {
        try await home.ask { try $0.library.recordings() }.value.required.sorted { $0.number < $1.number }
    }
}

/// Lets the app work until something is so; a minute at most, since a machine may have other work.
@MainActor
func settle(until isSo: () -> Bool) async {
    let end = ContinuousClock.now + .seconds(60)
    while !isSo(), ContinuousClock.now < end { try? await Task.sleep(for: .milliseconds(1)) }
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
