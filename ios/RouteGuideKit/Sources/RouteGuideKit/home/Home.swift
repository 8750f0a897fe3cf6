// Everybody asks the core through here, and gets an answer or words for the traveller. Keeps what all screens need to know
// of the library: whether it is open, what the traveller chose, that something changed.
//
// What is asked lives with who asks. No screen state here.
import Foundation
import Observation
import RouteGuide

/// A question to what is kept on this phone.
public typealias Question<Value> = @Core @Sendable (Shelf) throws -> Value

/// What the core keeps on this phone, as the main thread sees it.
@MainActor
@Observable
public final class Home {
    /// Whether the library can be asked.
    public private(set) var opening = Opening.underway

    /// What the traveller chose, as soon as it is known.
    public private(set) var settings: TravellerSettings?

    /// Everything in the traveller's words, as soon as they are known.
    public private(set) var say: Wording?

    /// Grows with every change of the library.
    public private(set) var revision = 0

    @ObservationIgnored private let phone: Phone
    @ObservationIgnored private let catalogue: any Catalogue
    @ObservationIgnored private let shelf: Shelf
    @ObservationIgnored private var watchers: [UUID: AsyncStream<Int>.Continuation] = [:]

    public init(_ phone: Phone, _ catalogue: any Catalogue) {
        self.phone = phone
        self.catalogue = catalogue
        shelf = Shelf(phone, catalogue)
    }

    /// Opens the library, or tries again.
    public func open() async {
        _ = await ask { shelf in _ = try shelf.library }
    }

    /// Asks the library.
    public func ask<Value: Sendable>(_ question: @escaping Question<Value>) async -> Answer<Value> {
        let heard = await shelf.hear(question)
        // Said again, it would have everything around the screens looked at anew with each fix.
        if opening != heard.opening { opening = heard.opening }
        if let learned = heard.learned { know(learned) }
        return heard.answer
    }

    /// Changes the library, and tells those who show something of it.
    public func change<Value: Sendable>(_ change: @escaping Question<Value>) async -> Answer<Value> {
        let answer = await ask(change)
        changed()
        return answer
    }

    /// Asks an installed bundle.
    public func ask<Value: Sendable>(
        bundle: String, _ question: @escaping @Core @Sendable (RouteBundle) throws -> Value
    ) async -> Answer<Value> {
        await ask { shelf in try question(shelf.bundle(bundle)) }
    }

    /// What the traveller chose anew.
    @discardableResult
    public func choose(_ settings: TravellerSettings) async -> Answer<Void> {
        await change { shelf in
            try shelf.library.choose(settings: settings)
            try shelf.learn()
        }
    }

    /// Brings back what a backup holds.
    public func restore(_ file: URL) async -> Answer<Restored> {
        let now = nowMs
        return await change { shelf in
            let restored = try shelf.library.restore(path: file.path, nowMs: now)
            try shelf.learn()
            return restored
        }
    }

    /// The phone may speak another language now. What is not open yet will be opened in it.
    public func listen() async {
        if await ask({ shelf in try shelf.listen() }).value == true { changed() }
    }

    /// Gives everything back that is open. The next question opens it anew.
    public func close() async {
        await shelf.giveUp()
    }

    /// The phone wants memory back: what can be opened again is closed. A journey under way keeps what it needs.
    public func relieve() async {
        await shelf.closeBundles()
    }

    /// The time by the phone's clock, for those who hand it on to the core.
    public var nowMs: Int64 { phone.now() }

    /// Tells those who show something of the library to look again: a journey keeps things without asking here.
    public func changed() {
        revision += 1
        for watcher in watchers.values { watcher.yield(revision) }
    }

    /// The present revision, and each that comes; who is slow misses those between.
    public func revisions() -> AsyncStream<Int> {
        let (stream, watcher) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let id = UUID()
        watchers[id] = watcher
        watcher.onTermination = { [weak self] _ in
            Task { @MainActor [weak self] in self?.watchers[id] = nil }
        }
        watcher.yield(revision)
        return stream
    }

    private func know(_ learned: Learned) {
        settings = learned.settings
        say = Wording(learned.words, language: learned.language, from: catalogue)
    }
}

private struct Heard<Value: Sendable>: Sendable {
    let answer: Answer<Value>
    let opening: Opening
    let learned: Learned?
}

extension Shelf {
    fileprivate func hear<Value: Sendable>(_ question: Question<Value>) -> Heard<Value> {
        let answer = answer(question)
        return Heard(answer: answer, opening: opening, learned: takeLearned())
    }
}
