// What was found for a text, in groups, and what is told of each thing. How things are found, and in what order, is the
// core's.
import RouteGuide

/// What was found for a text, in groups, the one with the best finding first.
public struct Findings: Equatable, Sendable {
    public let text: String
    public let groups: [FindingGroup]

    /// How many things were found.
    public var count: Int { groups.reduce(0) { $0 + $1.findings.count } }

    init(_ text: String, _ found: [Found]) {
        self.text = text
        let kinds = found.map { FindingKind($0.thing) }
        groups = kinds.enumerated().filter { kinds.firstIndex(of: $1) == $0 }.map { _, kind in
            let findings = zip(found, kinds).filter { $1 == kind }.map { Finding(found: $0.0) }
            return FindingGroup(kind: kind, findings: findings)
        }
    }

    /// How many things were found, or that there are none.
    public var told: Phrase {
        count == 0 ? .searchNothing(text.trimmingCharacters(in: .whitespaces)) : .searchFound(count)
    }
}

/// Things of a kind that were found.
public struct FindingGroup: Equatable, Identifiable, Sendable {
    public let kind: FindingKind
    public let findings: [Finding]

    public var id: FindingKind { kind }
}

/// The kinds of things that are found.
public enum FindingKind: Hashable, Sendable {
    case routes, stages, stops, places

    init(_ thing: FoundThing) {
        switch thing {
        case .route: self = .routes
        case .stage: self = .stages
        case .stop: self = .stops
        case .place: self = .places
        }
    }

    /// What it is called.
    public var name: Phrase {
        switch self {
        case .routes: .routes
        case .stages: .searchStages
        case .stops: .searchStops
        case .places: .searchPlaces
        }
    }
}

/// One thing that was found.
public struct Finding: Hashable, Sendable {
    public let found: Found

    /// The screen about it.
    public var screen: Screen { found.thing.screen(in: found.bundle) }

    /// What it is, and how far away.
    public func told(_ say: Wording) -> String {
        inALine(found.kind, found.distanceM.map { say.words.distance(metres: $0) })
    }

    /// The other name that it was found by.
    public var alsoCalled: Phrase? {
        switch found.matched {
        case .name(let name, _): name == found.name ? nil : .searchAlsoCalled(name)
        case .alternativeName(let name, _): .searchAlsoCalled(name)
        case .kind, .inText: nil
        }
    }

    /// Where in a text about it the words were found.
    public var quote: Quote? {
        guard case .inText(let before, let word, let after) = found.matched else { return nil }
        return Quote(before: before, word: word, after: after)
    }
}

/// A piece of a text, with the word that was looked for.
public struct Quote: Hashable, Sendable {
    public let before: String
    public let word: String
    public let after: String
}
