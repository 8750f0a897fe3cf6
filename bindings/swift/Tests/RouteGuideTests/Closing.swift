// Everything can be closed, twice, in every order, and says so afterwards; what nobody holds any more is closed too.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Closing {
        /// One of each kind, how it is closed and something to ask it.
        private struct Open {
            let name: String
            let close: () throws -> Void
            let ask: () throws -> Void
        }

        private func opened(_ phone: Phone) throws -> [Open] {
            let library = phone.library
            let bundle = try phone.bundle()
            let guide = try bundle.guide(route: hillForts, reversed: false)
            let recorder = try library.startRecording(
                start: RecordingStart(timeMs: morning, name: nil, mode: nil, way: nil))
            let journey = try library.setOut(
                way: way(), reversed: false, departure: .continue, recording: recorder.number())
            return [
                Open(name: "library", close: library.close, ask: { _ = try library.bundles() }),
                Open(name: "bundle", close: bundle.close, ask: { _ = try bundle.routes() }),
                Open(name: "guide", close: guide.close, ask: { _ = try guide.state() }),
                Open(name: "recorder", close: recorder.close, ask: { _ = try recorder.recording() }),
                Open(name: "journey", close: journey.close, ask: { _ = try journey.recording() }),
            ]
        }

        private func orders(of numbers: [Int]) -> [[Int]] {
            guard !numbers.isEmpty else { return [[]] }
            return numbers.flatMap { first in
                orders(of: numbers.filter { $0 != first }).map { [first] + $0 }
            }
        }

        @Test func everyObjectIsClosedTwiceInEveryOrder() throws {
            let phone = try Phone()
            try phone.library.close()
            for order in orders(of: Array(0..<5)) {
                let again = try Phone(at: phone.folder)
                try again.library.openRecording()?.stop(nowMs: morning)
                let open = try opened(again)
                for one in open { try one.ask() }
                for one in order.map({ open[$0] }) {
                    try one.close()
                    try one.close()
                    #expect(try refusal { try one.ask() }.said.code == "closed", "\(one.name)")
                }
                #expect(try Held.files(below: phone.folder.path).isEmpty, "\(order.map { open[$0].name })")
            }
        }

        @Test func aBundleStaysReadableWhenItsLibraryIsClosed() throws {
            let phone = try Phone()
            let bundle = try phone.bundle()
            try phone.library.close()
            #expect(try bundle.routes().count == 3)
            try bundle.close()
            #expect(try Held.files(below: phone.folder.path).isEmpty)
        }

        @Test func whatNobodyHoldsAnyMoreIsClosed() throws {
            let folder = try Folder()
            do {
                let phone = try Phone(at: folder)
                try phone.install()
                let open = try opened(phone)
                for one in open { try one.ask() }
                #expect(try !Held.files(below: folder.path).isEmpty)
            }
            #expect(try Held.files(below: folder.path).isEmpty)
        }

        @Test func aLibraryThatNobodyHoldsIsClosedForItsJourneyToo() throws {
            let phone = try Phone()
            let folder = phone.folder
            try phone.library.close()
            let journey = try Library.open(folder: folder.path("library"), language: "en", nowMs: morning)
                .setOut(way: way(), reversed: false, departure: .continue, recording: nil)
            let fix = try #require(fixes(at: [Position(lat: 55.9, lon: 21.25)]).first)
            guard case .Closed = try refusal({ _ = try journey.step(fix: fix) }) else {
                Issue.record("the journey goes on")
                return
            }
            #expect(try Held.files(below: folder.path).isEmpty)
        }
    }
}
