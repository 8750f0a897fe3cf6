// What a screen shows of the library: asked for when it comes to light, and again whenever the library changes.
import Observation
import RouteGuide

/// The answer to a question, asked again whenever the library changes; nothing until the first is there.
@MainActor
@Observable
public final class Following<Value: Sendable> {
    public private(set) var answer: Answer<Value>?

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let question: @MainActor () -> Question<Value>

    /// The question is made anew each time it is asked: what is chosen on the screen may have changed.
    public init(_ home: Home, _ question: @escaping @MainActor () -> Question<Value>) {
        self.home = home
        self.question = question
    }

    public convenience init(_ home: Home, asking question: @escaping Question<Value>) {
        self.init(home) { question }
    }

    /// Asks as long as the screen is looked at.
    public func follow() async {
        for await _ in home.revisions() { await look() }
    }

    /// Asks once.
    public func look() async {
        answer = await home.ask(question())
    }
}
