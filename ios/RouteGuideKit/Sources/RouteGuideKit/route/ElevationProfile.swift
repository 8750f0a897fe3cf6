// How a route rises and falls: its heights as a drawing has them, and the same in words.
import RouteGuide

/// The least difference of heights that fills the drawing: flat land is to look flat.
private let leastRangeM = 50.0

/// A profile.
public struct ElevationProfile: Equatable, Sendable {
    /// As shares of the drawing's height, from its lower edge, at even distances.
    public let shares: [Double]

    private let lowestM: Double
    private let highestM: Double
    private let gainM: Double?
    private let lossM: Double?

    /// Of heights in metres at even distances, and of all climbs and descents together; nothing of fewer than two heights.
    public init?(heights: some Collection<Double>, gainM: Double?, lossM: Double?) {
        guard heights.count > 1, let lowest = heights.min(), let highest = heights.max() else { return nil }
        let range = max(highest - lowest, leastRangeM)
        shares = heights.map { ($0 - lowest) / range }
        (lowestM, highestM, self.gainM, self.lossM) = (lowest, highest, gainM, lossM)
    }

    /// What the drawing shows: between which heights, and how much goes up and down.
    public func told(_ say: Wording) -> String {
        let range = say(.heightsRange(say.words.height(metres: lowestM), say.words.height(metres: highestM)))
        guard let gainM, let lossM else { return range }
        return "\(range)\n\(say(.climbs(say.words.height(metres: gainM), say.words.height(metres: lossM))))"
    }
}
