// What a track came to, in measures, and what was reached on it, in the traveller's words and with where each leads.
import RouteGuide

/// Gaps that are shorter together are not worth a word.
private let toldM = 50.0

/// A measure and what it is of.
public struct Measure: Hashable, Identifiable, Sendable {
    public let label: Phrase
    public let text: String

    public var id: Phrase { label }
}

/// A line of a list that may lead to a screen.
public struct TrackLine: Hashable, Sendable {
    /// What the line is about, for the symbol beside it.
    public enum Kind: Hashable, Sendable {
        case route, stage, visited, seen, skipped
    }

    public let kind: Kind
    public let text: String
    public let detail: String?
    public let leadsTo: Screen?
}

extension Recording {
    /// What it came to; what is not known of it is left out, but for how long it took.
    public func measures(_ say: Wording) -> [Measure] {
        var measures = [Measure(label: .tracksDistance, text: say.words.distance(metres: tally.distanceM))]
        func add(_ label: Phrase, _ text: String?) {
            if let text { measures.append(Measure(label: label, text: text)) }
        }
        add(.tracksMoving, tally.movingMs > 0 ? say.words.duration(ms: tally.movingMs) : nil)
        add(.tracksDuration, tally.howLong(say))
        add(.tracksSpeed, tally.paceMps.map { say.words.speed(mps: $0) })
        add(.tracksGain, tally.gainM.map { say.words.height(metres: $0) })
        add(.tracksLoss, tally.lossM.map { say.words.height(metres: $0) })
        return measures
    }

    /// How much of the distance is a straight line over gaps, where it is worth a word.
    public func bridged(_ say: Wording) -> String? {
        tally.bridgedM < toldM ? nil : say(.tracksBridged(say.words.distance(metres: tally.bridgedM)))
    }

    /// What must be known of it before it is trusted.
    public var warnings: [Phrase] {
        var warnings: [Phrase] = []
        if state == .binned { warnings.append(.tracksInBin) }
        if origin == .salvaged || tally.lost > 0 { warnings.append(.tracksSalvaged) }
        return warnings
    }

    /// What was followed: the route first, its stages after it.
    public var followedLines: [TrackLine] {
        followed.enumerated().map { index, name in
            let isRoute = index == 0
            return TrackLine(
                kind: isRoute ? .route : .stage, text: name, detail: nil, leadsTo: isRoute ? routeScreen : nil)
        }
    }

    private var routeScreen: Screen? {
        guard case .route(let bundle, let route)? = way else { return nil }
        return .route(bundle: bundle, route: route)
    }
}

extension Milestone {
    /// What was reached, how and when.
    public func line(_ say: Wording) -> TrackLine {
        let (kind, how, isStop): (TrackLine.Kind, Phrase, Bool) =
            switch self.kind {
            case .visited: (.visited, .tracksVisited, true)
            case .seen: (.seen, .tracksSeen, true)
            case .skipped: (.skipped, .tracksSkipped, true)
            case .stageDone: (.stage, .tracksStageDone, false)
            case .routeDone: (.stage, .tracksRouteDone, false)
            }
        return TrackLine(
            kind: kind, text: name, detail: inALine(say(how), say.time(timeMs)),
            leadsTo: isStop ? .stop(bundle: bundle, route: route, stop: item) : nil)
    }
}
