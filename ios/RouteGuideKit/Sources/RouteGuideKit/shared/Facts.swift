// What texts rest on: facts with who says so, what nobody has checked yet, whom to name.
import RouteGuide

/// Facts that one source tells, or that none is named for.
public struct SourcedFacts: Hashable, Sendable {
    public let source: String?
    public let texts: [String]

    /// The texts as a list has them.
    public var lines: [String] { texts.map { "• \($0)" } }
}

extension [Fact] {
    /// Those of one source together, in the order in which the sources first come.
    public var bySource: [SourcedFacts] {
        var sources: [String?] = []
        for fact in self where !sources.contains(fact.source) { sources.append(fact.source) }
        return sources.map { source in
            SourcedFacts(source: source, texts: filter { $0.source == source }.map(\.text))
        }
    }
}

extension Wording {
    /// What nobody has checked yet, by the marks of the core; nothing where all of it is checked.
    public func unverified(_ marks: [String]) -> String? {
        if marks.isEmpty { return nil }
        return self(.unverifiedLine(marks.map { self(phrase(of: $0)) }.joined(separator: ", ")))
    }
}

// As the core's model names what can be unverified; there the former names of each language are marked as well.
private func phrase(of mark: String) -> Phrase {
    switch mark {
    case "position": .unverifiedPosition
    case "name.lt": .unverifiedNameLt
    case "name.en": .unverifiedNameEn
    case "name.de": .unverifiedNameDe
    case "stages": .unverifiedStages
    case "modes": .unverifiedModes
    case "phone": .unverifiedPhone
    case "use": .unverifiedUse
    default: .unverifiedFormerName
    }
}

extension Attribution {
    /// Whom to name, under which terms, and where to read more.
    public var told: String { [text, licence, url].compactMap { $0 }.joined(separator: "\n") }
}
