// The process for what a test cannot do to itself: it is built beside the tests.
import Foundation

enum Rider {
    static var url: URL {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("Rider")
    }
}
