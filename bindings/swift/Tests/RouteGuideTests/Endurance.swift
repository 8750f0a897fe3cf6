// Many fixes and many lives: memory stays flat to the byte, files are given back. Counted in a process of its own.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Endurance {
        @Test func aMillionFixesHoldNoMoreThanTheFirstOnes() throws {
            let held = try counted(traveller, "fixes", Surroundings.full ? "1000000" : "100000")
            #expect(held.count == 3 && held[1] == held[2], "bytes and files: \(held)")
        }

        @Test func livesWithALibraryLeaveNothingBehind() throws {
            let held = try counted(traveller, "rounds", Surroundings.full ? "1000" : "100")
            #expect(held.count == 3 && held[1] == held[2], "bytes and files: \(held)")
        }
    }
}
