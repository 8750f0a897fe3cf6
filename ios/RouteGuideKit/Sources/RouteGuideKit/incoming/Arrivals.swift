// Files on their way in: each is copied, looked at, and given to the core as tracks or, once the traveller agrees, as a
// bundle or a backup. One arrival after the other, and nothing of a copy stays.
//
// What is in a file is the core's to say. How what came of it is told stands in Outcome.
import Foundation
import Observation
import RouteGuide

/// What the traveller is shown of an arrival.
public enum Arrival: Equatable, Sendable {
    /// A file is being read.
    case reading(number: Int, of: Int)

    /// A bundle waits to be agreed to.
    case asking(name: String, bytes: UInt64, OfferedBundle)

    /// A backup of this app waits to be agreed to.
    case restoring(name: String, bytes: UInt64)

    /// It is done.
    case told(Outcome)

    /// There was only a link, and not one of ours.
    case badLink
}

/// Takes files in.
@MainActor
@Observable
public final class Arrivals {
    /// What is shown; nothing while nothing arrives.
    public private(set) var arrival: Arrival?

    /// Whether anything is shown. Put away by the traveller, it is read, and what was asked is not wanted.
    public var isShown: Bool {
        get { arrival != nil }
        set { if !newValue { answer(false) } }
    }

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let copies: Copies
    @ObservationIgnored private let navigator: Navigator
    @ObservationIgnored private var last: Task<Void, Never>?
    @ObservationIgnored private var answer = Coming<Bool>()
    @ObservationIgnored private var copying = Coming<Copy?>()
    @ObservationIgnored private var isCancelled = false

    init(_ home: Home, _ copies: Copies, _ navigator: Navigator) {
        (self.home, self.copies, self.navigator) = (home, copies, navigator)
        last = Task { await blocking { copies.begin() } }
    }

    /// Takes what the phone hands in: goes where a link leads, takes a file in.
    public func open(_ address: URL, lent: (URL) -> LentFile) {
        switch Offered(address) {
        case .file: take([lent(address)])
        case .guide: navigator.openGuide()
        case .link(let screen):
            navigator.showsGuide = false
            navigator.open(screen)
        case .badLink: afterTheLast { await self.ask(.badLink) }
        }
    }

    /// Takes in files of other apps, or of the phone's own.
    public func take(_ files: [LentFile]) {
        if !files.isEmpty { afterTheLast { await self.takeAll(files) } }
    }

    /// The traveller has read, or agrees, or does not.
    public func answer(_ isWanted: Bool) {
        answer.come(isWanted)
    }

    /// No more of this is read; what is in stays.
    public func cancel() {
        isCancelled = true
        copying.come(nil)
    }

    /// Shows what came in, once it was told.
    public func show(_ outcome: Outcome) {
        answer(true)
        let tracks = outcome.tracks
        if tracks.count == 1, let track = tracks.first {
            show([.track(track)], in: .tracks)
        } else if !tracks.isEmpty || outcome.restored.contains(where: \.hasTracks) {
            show([], in: .tracks)
        } else if !outcome.installed.isEmpty {
            show([], in: .routes)
        }
    }

    /// Makes one track of those that go on in one another, and shows it.
    public func join(_ joinable: Joinable) async {
        let nowMs = home.nowMs
        switch await home.change({ try $0.library.join(recording: joinable.track, nowMs: nowMs) }) {
        case .given(let track):
            answer(true)
            show([.track(track)], in: .tracks)
        case .refused(let said):
            guard case .told(var outcome) = arrival else { return }
            outcome.joinable.removeAll { $0 == joinable }
            outcome.refused.append(Refusal(file: joinable.name, reason: .core(said)))
            arrival = .told(outcome)
        }
    }

    private func show(_ screens: [Screen], in tab: ScreenTab) {
        navigator.choose(tab)
        navigator[tab] = screens
    }

    private func afterTheLast(_ work: @escaping @MainActor () async -> Void) {
        let before = last
        last = Task {
            await before?.value
            // The guide covers the whole screen; it goes on, and a line leads back to it.
            navigator.showsGuide = false
            await work()
            arrival = nil
        }
    }

    private func takeAll(_ files: [LentFile]) async {
        isCancelled = false
        var outcome: Outcome?
        for (index, file) in files.enumerated() where !isCancelled {
            let reading = Arrival.reading(number: index + 1, of: files.count)
            arrival = reading
            if let more = await take(file, reading) { outcome = (outcome ?? Outcome()) + more }
        }
        if let outcome { await ask(.told(outcome)) }
    }

    // Who said no to a bundle or a backup, or to all of it, knows: then nothing came of it.
    private func take(_ file: LentFile, _ reading: Arrival) async -> Outcome? {
        switch await copy(file) {
        case nil: return nil
        case .failed(let name, let why)?:
            return Outcome(refused: [Refusal(file: name, reason: .unreadable(why))])
        case .made(let copy)?:
            let outcome = await take(copy, reading)
            await blocking { copy.delete() }
            return outcome
        }
    }

    private func take(_ copy: CopiedFile, _ reading: Arrival) async -> Outcome? {
        switch copy.kind {
        case .bundle: await takeBundle(copy, reading)
        case .backup: await takeBackup(copy, reading)
        case .tracks: await takeTracks(copy)
        }
    }

    // Who cancels does not wait for another app that hangs; its copy goes when it comes.
    private func copy(_ file: LentFile) async -> Copy? {
        let (copies, copying) = (copies, Coming<Copy?>())
        self.copying = copying
        Task {
            let copy = await blocking { copies.copy(file) }
            if copying.isThere, case .made(let late) = copy { await blocking { late.delete() } }
            copying.come(copy)
        }
        return await copying.wait()
    }

    private func takeTracks(_ copy: CopiedFile) async -> Outcome {
        let (path, nowMs) = (copy.file.path, home.nowMs)
        switch await home.change({ try importTracks($0, path, nowMs) }) {
        case .refused(let said): return refused(copy, said)
        case .given(let outcome): return outcome
        }
    }

    private func takeBundle(_ copy: CopiedFile, _ reading: Arrival) async -> Outcome? {
        let path = copy.file.path
        let offered: OfferedBundle
        switch await home.ask({ try $0.library.offered(file: path) }) {
        case .refused(let said): return refused(copy, said)
        case .given(let bundle): offered = bundle
        }
        guard await ask(.asking(name: copy.name, bytes: copy.size, offered)) else { return nil }
        arrival = reading
        switch await home.change({ try $0.install(path) }) {
        case .refused(let said): return refused(copy, said)
        case .given(let how): return Outcome(installed: [Installed(file: copy.name, how: how)])
        }
    }

    private func takeBackup(_ copy: CopiedFile, _ reading: Arrival) async -> Outcome? {
        guard await ask(.restoring(name: copy.name, bytes: copy.size)) else { return nil }
        arrival = reading
        switch await home.restore(copy.file) {
        case .refused(let said): return refused(copy, said)
        case .given(let restored): return Outcome(restored: [restored])
        }
    }

    private func refused(_ copy: CopiedFile, _ said: Said) -> Outcome {
        Outcome(refused: [Refusal(file: copy.name, reason: .core(said))])
    }

    @discardableResult
    private func ask(_ question: Arrival) async -> Bool {
        answer = Coming()
        arrival = question
        return await answer.wait()
    }
}

// What came of tracks, with what they are called: asked at once, before anything else changes.
@Core
private func importTracks(_ shelf: Shelf, _ path: String, _ nowMs: Int64) throws -> Outcome {
    let library = try shelf.library
    let imported = try library.importTracks(path: path, nowMs: nowMs)
    let all = try library.recordings()
    func recordings(_ numbers: [UInt32]) -> [Recording] {
        numbers.compactMap { number in all.first { $0.number == number } }
    }
    return Outcome(
        brought: recordings(imported.brought), updated: recordings(imported.updated), known: imported.known,
        joinable: try imported.joinable.compactMap { track in
            try library.joinable(recording: track).map { Joinable(track: track, name: $0) }
        },
        refused: imported.refused.map { Refusal(file: shownName($0.file), reason: .core($0.said)) },
        remarks: imported.remarks.map(\.said.text), moreRemarks: Int(imported.moreRemarks))
}
