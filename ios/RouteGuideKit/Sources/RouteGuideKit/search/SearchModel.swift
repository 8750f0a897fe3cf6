// What the search screen shows for what has been typed so far: asked of the core with every pause in the typing.
import Observation
import RouteGuide

/// A pause in the typing: shorter ones are between two letters.
private let pause = Duration.milliseconds(120)

/// More nobody reads: whoever does not find it there types another letter.
private let mostFound: UInt32 = 60

/// What the findings depend on.
public struct SearchSought: Hashable, Sendable {
    let text: String
    let revision: Int
}

/// The search screen's state.
@MainActor
@Observable
public final class SearchModel {
    /// What the traveller has typed so far.
    public var text = ""

    /// What was found for the text that was typed last; nothing while there is none.
    public private(set) var findings: Answer<Findings>?

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let whereabouts: Whereabouts

    public init(_ parts: Parts) {
        (home, whereabouts) = (parts.home, parts.whereabouts)
    }

    /// What `find` finds depends on this.
    public var sought: SearchSought { SearchSought(text: text, revision: home.revision) }

    /// Looks for what was typed. A newer text ends waiting for the answer to an older one.
    public func find() async {
        let (text, near) = (text, whereabouts.recent)
        guard !text.allSatisfy(\.isWhitespace) else {
            findings = nil
            return
        }
        try? await Task.sleep(for: pause)
        guard !Task.isCancelled else { return }
        let answer = await home.ask { shelf in
            let query = SearchQuery(text: text, near: near, limit: mostFound)
            return Findings(text, try shelf.library.search(query: query).found)
        }
        if text == self.text { findings = answer }
    }
}
