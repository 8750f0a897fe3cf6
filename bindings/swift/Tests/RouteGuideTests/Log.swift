// What the log says, and to whom.
import Fieldwork
import Foundation
import RouteGuide
import Testing

private final class Notebook: LogSink, @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [LogLine] = []

    func log(line: LogLine) { lock.withLock { lines.append(line) } }
    var all: [LogLine] { lock.withLock { lines } }
}

extension OnAPhone {
    @Suite struct Log {
        /// What is written at a level while somebody travels and things go wrong.
        private func written(at level: LogLevel) throws -> [LogLine] {
            let notebook = Notebook()
            setLogSink(sink: notebook, level: level)
            defer { setLogSink(sink: nil, level: level) }
            let phone = try Phone(language: "lt")
            try phone.ride(20, named: "Onutės gimtadienis")
            _ = try refusal { _ = try phone.library.importTracks(path: phone.folder.path("Onutė.gpx"), nowMs: morning) }
            _ = try refusal { try phone.library.rehearseFault(inChange: false) }
            _ = try refusal { _ = try phone.library.bundle(bundle: "nowhere") }
            return notebook.all
        }

        @Test func eachLevelSaysWhatTheOneBeforeSaysAndMore() throws {
            let counts = try [LogLevel.error, .info, .debug].map { try written(at: $0).count }
            #expect(counts[0] >= 1)
            #expect(counts[0] < counts[1])
            #expect(counts[1] < counts[2])
            #expect(try written(at: .error).allSatisfy { $0.level == .error })
            #expect(try written(at: .warn).allSatisfy { [.error, .warn].contains($0.level) })
        }

        @Test func aboveDebugNobodyLearnsWhoOrWhereTheTravellerIs() throws {
            for line in try written(at: .info) {
                #expect(line.part.hasPrefix("route_guide"))
                for personal in ["Onut", "/", "55.", "21.", "lt"] {
                    #expect(!line.words.split(separator: " ").contains { $0.contains(personal) }, "\(line.words)")
                }
            }
        }

        @Test func withoutASinkNothingIsSaid() throws {
            let notebook = Notebook()
            setLogSink(sink: notebook, level: .trace)
            _ = try Phone()
            let before = notebook.all.count
            #expect(before > 0)
            setLogSink(sink: nil, level: .trace)
            _ = try Phone()
            #expect(notebook.all.count == before)
        }
    }
}
