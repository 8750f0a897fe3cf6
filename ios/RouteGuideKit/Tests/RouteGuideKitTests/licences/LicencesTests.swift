// From whom the app is, as it can be read on the phone.
import Foundation
import RouteGuide
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct LicencesTests {
    private let phone: TestPhone

    init() throws {
        phone = try TestPhone()
        let shipped = phone.parts.phone.folders.shipped
        for folder in ["ios/Terms", "core/src/map/glyphs"] {
            let from = Project.root.appending(path: folder)
            try FileManager.default.copyItem(at: from, to: shipped.appending(path: from.lastPathComponent))
        }
    }

    @Test func sourcesPartsAndLettersCanBeRead() async throws {
        let shown = try await shown()
        #expect(shown.bundles.first?.attributions.contains { $0.told.contains("OpenStreetMap") } == true)
        #expect(shown.others.parts.contains { $0.name.contains("MapLibre") })
        #expect(shown.others.letters.contains { $0.contains("SIL OPEN FONT LICENSE") })
        #expect(shown.others.terms.first?.hasPrefix("Apache License") == true)
        #expect(shown.others.terms.contains { $0.contains("MapLibre contributors") })
        #expect(shown.others.terms.count > 100, "in paragraphs")
    }

    @Test func everyPartIsThereWithItsTerms() async throws {
        let parts = try await shown().others.parts
        #expect(parts.filter { $0.terms.isEmpty } == [])
        #expect(Set(parts.map(\.name)).count == parts.count)
    }

    @Test func whatTheCoreIsMadeOfIsListed() async throws {
        let listed = Set(try await shown().others.parts.map(\.name))
        for manifest in ["core/Cargo.toml", "bindings/Cargo.toml"] {
            let needed = try dependencies(in: manifest)
            #expect(!needed.isEmpty)
            #expect(needed.subtracting(listed) == [], "\(manifest): run ios/licences")
        }
        let lock = try String(contentsOf: Project.root.appending(path: "Cargo.lock"), encoding: .utf8)
        let gone = listed.filter { !$0.contains("MapLibre") && !lock.contains("name = \"\($0)\"") }
        #expect(gone == [], "run ios/licences")
    }

    @Test func withoutItsFilesTheScreenSaysSo() async throws {
        try FileManager.default.removeItem(at: phone.parts.phone.folders.shipped.appending(path: "Terms"))
        let model = LicencesModel(phone.parts)
        await model.shown.look()
        #expect(model.shown.answer?.said?.code == "shell.disk")
    }

    private func shown() async throws -> LicencesShown {
        let model = LicencesModel(phone.parts)
        await model.shown.look()
        return try (model.shown.answer?.value).required
    }

    // Those that are built in, without the project's own.
    private func dependencies(in manifest: String) throws -> Set<String> {
        let text = try String(contentsOf: Project.root.appending(path: manifest), encoding: .utf8)
        let section = text.components(separatedBy: "\n[").first { $0.hasPrefix("dependencies]") } ?? ""
        let names = section.split(separator: "\n").dropFirst().compactMap { line in
            line.prefixMatch(of: /[a-z0-9_\-]+/).map { String($0.output) }
        }
        return Set(names.filter { !$0.hasPrefix("route-guide") })
    }
}
