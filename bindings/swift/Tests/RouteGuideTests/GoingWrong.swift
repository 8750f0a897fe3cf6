// What goes wrong, each in its own case, told in three languages, and what can be done afterwards.
import Fieldwork
import Foundation
import RouteGuide
import Testing

/// A real key of minisign's that signed none of our bundles.
private let strangersKey = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"

extension OnAPhone {
    @Suite struct GoingWrong {
        /// What happens when something is done on a phone in each of the languages.
        private func told(_ work: (Phone) throws -> Void) throws -> [RouteGuideError] {
            try languages.map { language in
                let phone = try Phone(language: language)
                let error = try refusal { try work(phone) }
                #expect(!error.said.text.contains("/"), "\(error.said.text)")
                #expect(!error.said.text.contains(phone.folder.path))
                #expect(error.errorDescription == error.said.text)
                #expect(error.localizedDescription == error.said.text)
                #expect(error.failureReason == error.said.code)
                return error
            }
        }

        /// The one code and the three texts of it.
        private func expect(_ code: String, of errors: [RouteGuideError]) {
            #expect(errors.map(\.said.code) == [code, code, code])
            #expect(Set(errors.map(\.said.text)).count == 3)
        }

        @Test func aFileThatIsNoBundleIsInput() throws {
            let errors = try told { phone in
                let file = phone.folder.path("letter.gpkg")
                try "Dear traveller".write(toFile: file, atomically: false, encoding: .utf8)
                _ = try phone.library.install(file: file, signature: nil, keys: [], nowMs: morning)
            }
            expect("bundle.not-a-bundle", of: errors)
            #expect(errors.allSatisfy { if case .Input = $0 { true } else { false } })
        }

        @Test func aBundleOfAKnownPublisherWithoutASignatureIsUntrusted() throws {
            let errors = try told { phone in
                let publisher = try phone.bundle().manifest().publisher
                try phone.library.uninstall(bundle: bundleId)
                let keys = [PublisherKey(publisher: publisher, key: strangersKey)]
                _ = try phone.library.install(file: Surroundings.bundle, signature: nil, keys: keys, nowMs: morning)
            }
            expect("trust.unsigned", of: errors)
            #expect(errors.allSatisfy { if case .Untrusted = $0 { true } else { false } })
        }

        @Test func whatIsNotThereIsNotFound() throws {
            expect("not-found.bundle", of: try told { _ = try $0.library.bundle(bundle: "nowhere") })
            expect("bundle.no-route", of: try told { _ = try $0.bundle().route(route: "nowhere") })
            expect("bundle.no-place", of: try told { _ = try $0.bundle().place(place: "nowhere") })
            expect("bundle.no-picture", of: try told { _ = try $0.bundle().picture(picture: "nothing", size: .list) })
            let errors = try told { _ = try $0.library.recordingLine(recording: 7) }
            expect("not-found.recording", of: errors)
            #expect(errors.allSatisfy { if case .NotFound = $0 { true } else { false } })
        }

        @Test func whatARecordingCannotDoNowIsNotNow() throws {
            let errors = try told { phone in
                let start = RecordingStart(timeMs: morning, name: nil, mode: nil, way: nil)
                _ = try phone.library.startRecording(start: start)
                _ = try phone.library.startRecording(start: start)
            }
            expect("recording.still-open", of: errors)
            #expect(errors.allSatisfy { if case .NotNow = $0 { true } else { false } })
        }

        @Test func aFolderThatCannotBeWrittenIsOfTheDisk() throws {
            let errors = try told { phone in
                let ride = try phone.ride(20)
                let path = phone.folder.path("no/such/folder/ride.gpx")
                _ = try phone.library.exportRecording(recording: ride.number, profile: .plain, path: path)
            }
            expect("disk.failed", of: errors)
            #expect(errors.allSatisfy { if case .Disk = $0 { true } else { false } })
        }

        @Test func aLibraryOfALaterAppIsNewer() throws {
            let errors = try told { phone in
                try phone.library.close()
                let path = phone.folder.path("library/library.sqlite")
                let database = try #require(FileHandle(forUpdatingAtPath: path))
                // Where SQLite keeps the number of the form.
                try database.seek(toOffset: 60)
                try database.write(contentsOf: Data([0, 0, 0x27, 0x0f]))
                try database.close()
                _ = try Library.open(
                    folder: phone.folder.path("library"), language: phone.library.language(), nowMs: morning)
            }
            expect("library.newer", of: errors)
            #expect(errors.allSatisfy { if case .Newer = $0 { true } else { false } })
        }

        @Test func aDatabaseThatBreaksIsDamagedAndMendedAtTheNextStart() throws {
            let damaged = try told { phone in
                try phone.ride(200)
                try phone.library.close()
                let library = try Library.open(
                    folder: phone.folder.path("library"), language: phone.library.language(), nowMs: morning)
                try self.overwriteTheMiddle(of: phone.folder.path("library/library.sqlite"))
                let error = try refusal {
                    for word in ["museum", "muziejus", "kirche", "park", "leuchtturm"] {
                        _ = try library.search(query: SearchQuery(text: word, near: nil, limit: 100))
                    }
                }
                #expect(try !library.check())
                try library.close()
                let mended = try Phone(at: phone.folder)
                let damage = try #require(try mended.library.damages().first)
                #expect(damage.time == Date(ms: morning))
                #expect(damage.recordings == 1 && damage.fixes + damage.fixesLost == 200, "\(damage)")
                try mended.library.acknowledgeDamages()
                #expect(try mended.library.damages().isEmpty)
                #expect(try mended.library.storage().damaged > 0)
                try mended.library.removeDamaged()
                #expect(try mended.library.storage().damaged == 0)
                throw error
            }
            expect("library.damaged", of: damaged)
            #expect(damaged.allSatisfy { if case .Damaged = $0 { true } else { false } })
        }

        /// Lays nonsense over a fifth of a file.
        private func overwriteTheMiddle(of path: String) throws {
            let file = try #require(FileHandle(forUpdatingAtPath: path))
            let size = try file.seekToEnd()
            try file.seek(toOffset: size * 2 / 5)
            try file.write(contentsOf: Data(repeating: 0xa5, count: Int(size / 5)))
            try file.close()
        }

        @Test func aFaultOfOursWhileAskingLeavesAllUsable() throws {
            let errors = try told { phone in
                defer { #expect((try? phone.library.bundles().count) == 1) }
                try phone.library.rehearseFault(inChange: false)
            }
            expect("internal", of: errors)
            #expect(errors.allSatisfy { if case .Internal = $0 { true } else { false } })
            #expect(errors.allSatisfy { $0.said.detail.contains("a fault that was rehearsed") })
        }

        @Test func aFaultOfOursInAChangeBreaksTheLibraryUntilItIsOpenedAgain() throws {
            expect(
                "broken",
                of: try told { phone in
                    let ride = try phone.ride(20)
                    #expect(try refusal { try phone.library.rehearseFault(inChange: true) }.said.code == "internal")
                    #expect(try refusal { _ = try phone.library.recordings() }.said.code == "broken")
                    try phone.library.close()
                    let again = try Library.open(folder: phone.folder.path("library"), language: "en", nowMs: morning)
                    #expect(try again.recordings() == [ride])
                    try again.close()

                    let broken = try Library.open(
                        folder: phone.folder.path("library"), language: phone.library.language(), nowMs: morning)
                    #expect(throws: RouteGuideError.self) { try broken.rehearseFault(inChange: true) }
                    _ = try broken.storage()
                })
        }

        @Test func whatIsClosedSaysSo() throws {
            let errors = try told { phone in
                try phone.library.close()
                _ = try phone.library.bundles()
            }
            expect("closed", of: errors)
            #expect(errors.allSatisfy { if case .Closed = $0 { true } else { false } })
            #expect(languages.map { closedObject(object: "library", language: $0).text } == errors.map(\.said.text))
        }
    }
}
