// The traveller's notes about a thing, as they are written, changed, taken away and brought back: in place, one at a time.
import Foundation
import Observation
import RouteGuide

/// More is no note.
private let longest = 4_000

/// The number of a note that is not written yet; the core gives out others.
private let new: UInt32 = 0

/// What the traveller does with notes.
@MainActor
@Observable
public final class Notes {
    /// The number of the note that is being written, 0 for a new one; nothing while none is.
    public private(set) var writing: UInt32?

    /// The words as they stand in the field.
    public var words = "" {
        didSet { if words.count > longest { words = String(words.prefix(longest)) } }
    }

    /// The note that was removed last, as long as it can be brought back.
    public private(set) var removed: Note?

    @ObservationIgnored private let home: Home
    @ObservationIgnored private let wishes: Wishes

    public init(_ home: Home, _ wishes: Wishes) {
        (self.home, self.wishes) = (home, wishes)
    }

    /// Whether a new note is being written.
    public var isWritingAnew: Bool { writing == new }

    /// Whether the words are a note.
    public var canSave: Bool { !written.isEmpty }

    /// Begins a new note, or to change one.
    public func write(_ note: Note? = nil) {
        (writing, words, removed) = (note?.number ?? new, note?.words ?? "", nil)
    }

    /// Writes no more, and keeps what was there before.
    public func cancel() {
        (writing, words) = (nil, "")
    }

    /// Keeps what was written. What cannot be kept stays in the field.
    public func save(about thing: Keepable) async {
        guard let number = writing, canSave else { return }
        let (words, nowMs) = (written, home.nowMs)
        let kept = await wishes.make {
            await home.change { shelf in
                let library = try shelf.library
                if number != new {
                    try library.changeNote(number: number, words: words, nowMs: nowMs)
                    return number
                }
                return try library.writeNote(
                    note: Note(
                        number: new, bundle: thing.bundle, item: thing.item, name: thing.name, words: words,
                        timeMs: nowMs))
            }
        }
        if kept != nil { cancel() }
    }

    /// Takes a note away.
    public func remove(_ note: Note) async {
        let gone = await wishes.make {
            await home.change { shelf in
                try shelf.library.removeNote(number: note.number)
                return note
            }
        }
        if let gone { removed = gone }
    }

    /// Brings the note back that was taken away last.
    public func takeBack() async {
        guard let note = removed else { return }
        let back = await wishes.make { await home.change { shelf in try shelf.library.writeNote(note: note) } }
        if back != nil { removed = nil }
    }

    private var written: String { words.trimmingCharacters(in: .whitespacesAndNewlines) }
}
