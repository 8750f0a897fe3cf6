// A fix as the location services of a phone tell it. What a negative accuracy or course means is theirs: the shell hands
// in nothing in its place, since only it knows the phone.
import Foundation

extension Fix {
    /// One position from the phone. `sinceStart` is the time since the phone was started, by a clock that nobody sets.
    public init(
        at time: Date,
        sinceStart: Duration? = nil,
        position: Position,
        accuracyM: Double,
        altitudeM: Double? = nil,
        speedMps: Double? = nil,
        courseDeg: Double? = nil
    ) {
        self.init(
            timeMs: time.ms,
            monotonicMs: sinceStart.map {
                $0.components.seconds * 1_000 + $0.components.attoseconds / 1_000_000_000_000_000
            },
            lat: position.lat,
            lon: position.lon,
            accuracyM: accuracyM,
            altitudeM: altitudeM,
            speedMps: speedMps,
            courseDeg: courseDeg
        )
    }
}
