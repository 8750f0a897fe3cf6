// What a process of its own holds as it works: in the process of the tests other things come and go meanwhile.
import Foundation

/// The numbers that a process writes while it works, line by line: bytes it holds, files it has open.
public func counted(_ executable: URL, _ arguments: String...) throws -> [[Int]] {
    let (process, told) = (Process(), Pipe())
    process.executableURL = executable
    process.arguments = arguments
    // Memory that malloc keeps aside for a thread counts as held, and tables grow as their keys happen to fall.
    let exact = ["GLIBC_TUNABLES": "glibc.malloc.tcache_count=0", "SWIFT_DETERMINISTIC_HASHING": "1"]
    process.environment = ProcessInfo.processInfo.environment.merging(exact) { $1 }
    process.standardOutput = told
    try process.run()
    let lines = String(decoding: try told.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Missing(name: "an end of `\(arguments.joined(separator: " "))`") }
    return lines.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
}
