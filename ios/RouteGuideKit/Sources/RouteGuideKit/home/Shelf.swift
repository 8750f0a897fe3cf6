// The one owner of what the core opened: the library and its bundles. Opens them when they are first asked for, and again
// after a fault of ours; nobody else closes anything. What is asked lives with who asks.
import Foundation
import RouteGuide

/// What the core keeps on this phone, opened.
@Core
public final class Shelf {
    private let phone: Phone
    private let catalogue: any Catalogue
    private let shipped: ShippedBundle
    private var bundles: [String: RouteBundle] = [:]

    // What the phone spoke when the library was last told.
    private var spoken = ""
    private var learned: Learned?

    /// How far opening has come.
    private(set) var opening = Opening.underway

    private var open: Library?

    nonisolated init(_ phone: Phone, _ catalogue: any Catalogue) {
        self.phone = phone
        self.catalogue = catalogue
        shipped = ShippedBundle(phone.folders)
    }

    /// The library, for use within a question.
    public var library: Library {
        get throws {
            if let open { return open }
            return try openAnew()
        }
    }

    /// An installed bundle, for use within a question; it is closed here when another version takes its place.
    public func bundle(_ id: String) throws -> RouteBundle {
        if let bundle = bundles[id] { return bundle }
        let bundle = try library.bundle(bundle: id)
        bundles[id] = bundle
        return bundle
    }

    /// Installs a bundle; those that are open are opened anew when they are next asked.
    public func install(_ path: String) throws -> Installation {
        defer { closeBundles() }
        return try library.install(file: path, signature: nil, keys: [], nowMs: phone.now())
    }

    /// Removes a bundle.
    public func uninstall(_ id: String) throws {
        closeBundles()
        try library.uninstall(bundle: id)
    }

    /// Looks again at what the traveller chose.
    func learn() throws {
        let library = try self.library
        learned = Learned(
            settings: try library.settings(), words: try library.words(), language: library.language())
    }

    /// The phone may speak another language now; whether it does.
    func listen() throws -> Bool {
        guard let open, phone.language() != spoken else { return false }
        spoken = phone.language()
        try open.speak(language: spoken)
        try learn()
        return true
    }

    /// What was learned since this was last asked for.
    func takeLearned() -> Learned? {
        defer { learned = nil }
        return learned
    }

    /// An answer, or words for the traveller.
    func answer<Value>(_ question: (Shelf) throws -> Value) -> Answer<Value> {
        do {
            return .given(try question(self))
        } catch let error as RouteGuideError {
            if error.said.code == "broken" { giveUp() }
            return .refused(error.said)
        } catch let unopened as Unopened {
            return .refused(unopened.said)
        } catch {
            let text = catalogue.text(of: .fileFailed, in: phone.language())
            return .refused(Said(code: "shell.disk", text: text, detail: "\(error)"))
        }
    }

    private func openAnew() throws -> Library {
        opening = .underway
        let answer = answer { shelf in try shelf.opened() }
        opening = answer.said.map(Opening.failed) ?? .done
        switch answer {
        case .given(let library): return library
        case .refused(let said):
            // Tried again from the beginning when it is next asked.
            giveUp()
            throw Unopened(said: said)
        }
    }

    private func opened() throws -> Library {
        spoken = phone.language()
        let folder = phone.folders.kept.appendingPathComponent("library")
        try FileManager.default.createDirectory(at: phone.folders.kept, withIntermediateDirectories: true)
        let library = try Library.open(folder: folder.path, language: spoken, nowMs: phone.now())
        open = library
        try learn()
        try takeShipped(library)
        return library
    }

    // Its failure must not keep travellers from what is on their phone already.
    private func takeShipped(_ library: Library) throws {
        do {
            try shipped.installOnce {
                _ = try library.installShipped(file: $0, nowMs: phone.now())
                closeBundles()
            }
        } catch {
            if try library.bundles().isEmpty { throw error }
        }
    }

    /// Closes everything. The next question opens it anew.
    func giveUp() {
        try? open?.close()
        closeBundles()
        open = nil
    }

    /// Closes the bundles. Each is opened anew when it is next asked.
    func closeBundles() {
        for bundle in bundles.values { try? bundle.close() }
        bundles = [:]
    }
}

/// What the traveller chose, and their words.
struct Learned: Sendable {
    let settings: TravellerSettings
    let words: Words
    let language: String
}

private struct Unopened: Error {
    let said: Said
}
