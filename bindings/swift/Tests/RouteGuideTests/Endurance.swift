// Many fixes and many lives: memory stays flat to the byte, files are given back. Counted in a process of its own.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Endurance {
        /// What a process holds before it begins, after a tenth of its work and after all of it.
        private func held(doing what: String, times: Int) throws -> [[Int]] {
            let (process, told) = (Process(), Pipe())
            process.executableURL = traveller
            process.arguments = [what, "\(times)"]
            // Memory that malloc keeps aside for a thread counts as held, and tables grow as their keys happen to fall.
            let exact = ["GLIBC_TUNABLES": "glibc.malloc.tcache_count=0", "SWIFT_DETERMINISTIC_HASHING": "1"]
            process.environment = ProcessInfo.processInfo.environment.merging(exact) { $1 }
            process.standardOutput = told
            try process.run()
            let lines = String(decoding: try told.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            return lines.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
        }

        @Test func aMillionFixesHoldNoMoreThanTheFirstOnes() throws {
            let held = try held(doing: "fixes", times: Surroundings.full ? 1_000_000 : 100_000)
            #expect(held.count == 3 && held[1] == held[2], "bytes and files: \(held)")
        }

        @Test func livesWithALibraryLeaveNothingBehind() throws {
            let held = try held(doing: "rounds", times: Surroundings.full ? 1_000 : 100)
            #expect(held.count == 3 && held[1] == held[2], "bytes and files: \(held)")
        }
    }
}
