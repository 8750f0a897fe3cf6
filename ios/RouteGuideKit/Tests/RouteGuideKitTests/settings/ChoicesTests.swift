// What is chosen for this phone stays chosen.
import Foundation
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct ChoicesTests {
    @Test func whatIsChosenIsThereAfterAKill() async throws {
        let phone = try TestPhone()
        phone.parts.choices.choose {
            $0.record = false
            $0.courseUp = true
        }
        await phone.die()
        #expect(phone.parts.choices.choice == Choice(record: false, courseUp: true))
    }

    @Test func aDamagedFileCostsTheChoicesAndNothingElse() async throws {
        let phone = try TestPhone()
        phone.parts.choices.choose { $0.vibrate = false }
        let file = phone.parts.phone.folders.kept.appendingPathComponent("choices.json")
        try Data("{".utf8).write(to: file)
        await phone.die()
        #expect(phone.parts.choices.choice == Choice())
    }
}
