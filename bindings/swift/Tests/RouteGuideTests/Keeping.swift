// What the traveller marks, writes and chooses, and what of it comes along to a new phone.
import Fieldwork
import Foundation
import RouteGuide
import Testing

private let lighthouse = KeptItem.stop(id: "uostadvario-svyturys")

extension OnAPhone {
    @Suite struct Keeping {
        private func favourite(_ item: KeptItem = lighthouse) -> Favourite {
            Favourite(bundle: bundleId, item: item, name: "Uostadvario švyturys", timeMs: morning)
        }

        private func note(_ words: String) -> Note {
            Note(
                number: 0, bundle: bundleId, item: lighthouse, name: "Uostadvario švyturys", words: words,
                timeMs: morning)
        }

        @Test func favouritesComeAndGo() throws {
            let phone = try Phone()
            let library = phone.library
            let items = [lighthouse, .route(id: hillForts), .place(id: "rusne")]
            for item in items { try library.like(favourite: favourite(item)) }
            #expect(try Set(library.favourites().map(\.item)) == Set(items))
            try library.unlike(bundle: bundleId, item: lighthouse)
            #expect(try !library.favourites().contains(favourite()))
            #expect(favourite().time == Date(ms: morning))
        }

        @Test func notesAreWrittenChangedAndTakenAway() throws {
            let phone = try Phone()
            let library = phone.library
            let number = try library.writeNote(note: note("Gražu 🌅\nir tylu"))
            #expect(try library.notes().first?.words == "Gražu 🌅\nir tylu")
            try library.changeNote(number: number, words: "Dar gražiau", nowMs: morning + hour)
            #expect(try library.notes().map(\.words) == ["Dar gražiau"])
            #expect(try library.notes().first?.time == Date(ms: morning + hour))
            try library.removeNote(number: number)
            #expect(try library.notes().isEmpty)
        }

        private let chosen = TravellerSettings(
            language: "de", units: .imperial, voice: false, theme: .dark, mapStyle: .plain, binDays: 7,
            offRouteAlarmM: 120, stopAheadM: 400)

        @Test func whatIsChosenHoldsAfterTheNextStart() throws {
            let phone = try Phone(language: "lt")
            let before = try phone.library.settings()
            #expect(before.language == nil)
            try phone.library.choose(settings: chosen)
            #expect(phone.library.language() == "de")
            try phone.library.close()
            let again = try Library.open(folder: phone.folder.path("library"), language: "lt", nowMs: morning + day)
            #expect(try again.settings() == chosen)
            #expect(again.language() == "de")
            try again.choose(settings: before)
            #expect(again.language() == "lt")
        }

        @Test func everythingComesAlongToANewPhone() throws {
            let old = try Phone()
            let ride = try old.ride(60, named: "Rytas")
            try old.library.like(favourite: favourite())
            _ = try old.library.writeNote(note: note("tylu"))
            try old.library.choose(settings: chosen)
            let file = old.folder.path("backup.zip")
            #expect(try old.library.backUp(path: file).isEmpty)

            let new = try Phone()
            let restored = try new.library.restore(path: file, nowMs: morning + day)
            #expect(restored.recordings == 1 && restored.favourites == 1 && restored.notes == 1)
            #expect(restored.refused.isEmpty)
            #expect(try new.library.settings() == chosen)
            #expect(new.library.language() == "de")
            let back = try #require(try new.library.recordings().first)
            #expect(back.key == ride.key && back.tally == ride.tally)
            #expect(
                try new.library.milestonesOf(recordingKey: ride.key) == old.library.milestonesOf(recordingKey: ride.key)
            )
            let again = try new.library.restore(path: file, nowMs: morning + day)
            #expect(again.recordings == 0 && again.known == 1 && again.notes == 0)
        }

        @Test func roomOnTheDiskIsToldAndGivenBack() throws {
            let phone = try Phone()
            let ride = try phone.ride(100)
            let used = try phone.library.storage()
            #expect(used.bundles.map(\.name) == [bundleId])
            #expect(used.recordings.contains { $0.name == "\(ride.number)" && $0.bytes > 0 })
            #expect(used.total >= used.database + used.bundles.reduce(0) { $0 + $1.bytes })
            try phone.library.discardRecording(recording: ride.number, nowMs: morning)
            try phone.library.free()
            #expect(try phone.library.recordings().isEmpty)
            #expect(try phone.library.storage().total <= used.total)
            #expect(try phone.library.check())
        }
    }
}
