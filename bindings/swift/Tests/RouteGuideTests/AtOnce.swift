// Several threads at once: calls wait for one another and nothing is mixed up.
import Fieldwork
import Foundation
import RouteGuide
import Testing

/// Does something in eight threads at once and gives what comes of each.
private func inEightThreads<Answer: Sendable>(_ work: @escaping @Sendable (Int) throws -> Answer) throws -> [Answer] {
    let answers = Answers<Answer>()
    let threads = DispatchGroup()
    for number in 0..<8 {
        threads.enter()
        Thread.detachNewThread {
            answers.take(Result { try work(number) }, of: number)
            threads.leave()
        }
    }
    threads.wait()
    return try answers.all.map { try $0.get() }
}

private final class Answers<Answer: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var byNumber: [Int: Result<Answer, any Error>] = [:]

    func take(_ answer: Result<Answer, any Error>, of number: Int) {
        lock.withLock { byNumber[number] = answer }
    }

    var all: [Result<Answer, any Error>] { lock.withLock { byNumber.sorted { $0.key < $1.key }.map(\.value) } }
}

extension OnAPhone {
    @Suite struct AtOnce {
        @Test func eightThreadsUseOneLibraryAndNothingIsLost() throws {
            let phone = try Phone()
            let library = phone.library
            let ride = try fixes(at: phone.places().prefix(400))
            let recorder = try library.startRecording(
                start: RecordingStart(timeMs: morning, name: nil, mode: nil, way: nil))
            let counted = try inEightThreads { thread in
                for number in 0..<50 {
                    _ = try recorder.record(fix: ride[8 * number + thread])
                    _ = try library.writeNote(
                        note: Note(
                            number: 0, bundle: bundleId, item: .route(id: hillForts), name: "",
                            words: "\(thread) \(number)",
                            timeMs: morning))
                    let found = try library.search(query: SearchQuery(text: "museum", near: nil, limit: 5)).found
                    guard found.count == 5 else { return -1 }
                }
                return try library.bundle(bundle: bundleId).routes().count
            }
            #expect(counted == Array(repeating: 3, count: 8))
            #expect(try recorder.recording().tally.fixes == 400)
            let words = Set((0..<8).flatMap { thread in (0..<50).map { "\(thread) \($0)" } })
            #expect(try Set(library.notes().map(\.words)) == words)
        }

        @Test func eightGuidesSideBySideSayTheSame() throws {
            let phone = try Phone()
            let bundle = try phone.bundle()
            let ride = try fixes(at: phone.places().prefix(1_000))
            let streams = try inEightThreads { _ in
                let guide = try bundle.guide(route: hillForts, reversed: false)
                return try ride.map { try guide.step(fix: $0) }
            }
            #expect(streams.allSatisfy { $0 == streams[0] })
            #expect(streams[0].flatMap { $0.update?.cues ?? [] }.count > 2)
        }

        @Test func aLibraryIsClosedWhileOthersUseIt() throws {
            let phone = try Phone()
            let library = phone.library
            let told = try inEightThreads { thread -> String in
                do {
                    // Nobody stops before the library says that it is closed.
                    for number in 0... {
                        if thread == 0 && number == 100 { try library.close() }
                        _ = try library.recordings()
                    }
                } catch let error as RouteGuideError {
                    return error.said.code
                }
                return "went on"
            }
            #expect(Set(told) == ["closed"])
        }

        @Test func tasksHandTheLibraryOn() async throws {
            let phone = try Phone()
            let library = phone.library
            let lengths = try await withThrowingTaskGroup(of: Double.self) { group in
                for route in routeIds {
                    group.addTask { try library.bundle(bundle: bundleId).route(route: route).lengthM }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(lengths).count == 3)
        }
    }
}
