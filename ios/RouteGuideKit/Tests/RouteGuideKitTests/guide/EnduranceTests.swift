// A day and more under way: memory and files stay flat. Counted in a process of its own.
import Fieldwork
import Foundation
import Testing

@Suite struct EnduranceTests {
    @Test func tenThousandFixesHoldNoMoreThanTheFirstThousand() throws {
        let folder = try Folder()
        let held = try counted(Rider.url, "fixes", folder.path, "10000")
        try #require(held.count == 2 && held.allSatisfy { $0.count == 2 }, "\(held)")
        #expect(held[0][1] == held[1][1], "files: \(held)")
        // Were the smallest thing that malloc gives held for every fifth fix, it would be more. The runtime's queues still
        // grow a little, and the cues that can be read again are longer ones.
        #expect(abs(held[1][0] - held[0][0]) < 9_000 / 5 * 32, "bytes: \(held)")
    }
}
