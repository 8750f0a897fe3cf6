// Links on signs and in messages, and names of strangers' files.
import Foundation
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct OfferedTests {
    @Test func aLinkOnASignLeadsToItsRouteOrStop() throws {
        #expect(try offered("routeguide:\(region)/malonus-nuovargiai") == .link(coast.screen))
        #expect(try offered("routeguide:\(region)/a/nida") == .link(.stop(bundle: region, route: "a", stop: "nida")))
        #expect(try offered("ROUTEGUIDE:\(region)/a_1") == .link(.route(bundle: region, route: "a_1")))
    }

    @Test(arguments: [
        "routeguide:", "routeguide:a", "routeguide:a/b/c/d", "routeguide:a//c", "routeguide:../../x",
        "routeguide:a/%2e%2e%2fx", "routeguide:a/" + String(repeating: "b", count: 100_000), "routeguide://a/b",
        "routeguide:a/b?c=d", "routeguide:a/b#c", "routeguide:a/b%00", "routeguide:a/<script>", "routeguide:a/ė",
        "http://a.b/c.gpx", "x:a/b",
    ])
    func linksOfStrangersLeadNowhere(_ link: String) throws {
        #expect(try offered(link) == .badLink)
    }

    @Test func aFileIsAFile() throws {
        #expect(try offered("file:///private/var/ride.gpx") == .file)
    }

    @Test func aLinkIsFollowedAndABadOneTold() async throws {
        let phone = try TestPhone()
        let (arrivals, navigator) = (phone.parts.arrivals, phone.parts.navigator)
        navigator.openGuide()
        arrivals.open(try address("routeguide:\(region)/malonus-nuovargiai")) { .at($0.path) }
        #expect(navigator.paths[.routes] == [coast.screen])
        #expect(!navigator.showsGuide)
        arrivals.open(try address("routeguide:nonsense")) { .at($0.path) }
        await settle { arrivals.arrival == .badLink }
        #expect(arrivals.arrival == .badLink)
        arrivals.answer(true)
        await settle { arrivals.arrival == nil }
        #expect(arrivals.arrival == nil)
    }

    @Test func theLockedScreenLeadsToTheGuide() throws {
        let phone = try TestPhone()
        phone.parts.navigator.open(.licences)
        phone.parts.arrivals.open(try address("routeguide:guide")) { .at($0.path) }
        #expect(phone.parts.navigator.foremost == .guide)
        #expect(phone.parts.arrivals.arrival == nil)
    }

    @Test func aLinkLeavesWhatIsInFrontOfTheGuide() throws {
        let phone = try TestPhone()
        phone.parts.navigator.openGuide()
        phone.parts.navigator.openInFront(.emergency)
        phone.parts.arrivals.open(try address("routeguide:\(region)/malonus-nuovargiai")) { .at($0.path) }
        #expect(phone.parts.navigator.foremost == .tabs)
        #expect(phone.parts.navigator.paths[.routes] == [coast.screen])
    }

    @Test func aFileThatIsOpenedWithTheAppIsLentAndTaken() async throws {
        let phone = try TestPhone()
        let path = phone.folder.path("ride.gpx")
        try Data(walk(named: "Prie jūros").utf8).write(to: URL(fileURLWithPath: path))
        phone.parts.arrivals.open(URL(fileURLWithPath: path)) { .at($0.path) }
        await settle { if case .told = phone.parts.arrivals.arrival { true } else { false } }
        #expect(await phone.home.ask { try $0.library.recordings().count }.value == 1)
    }

    @Test(arguments: [
        ("/sdcard/../../ride.gpx", "ride.gpx"), ("C:\\rides\\ride.gpx", "ride.gpx"), ("", "file"), ("...", "file"),
        ("a\u{202e}b\0c.gpx", "a-b-c.gpx"), ("e\u{307}.gpx", "ė.gpx"), ("ride.", "ride"), (".gpx", "gpx"),
        ("no ending at all", "no ending at all"), ("ride.with.dots.gpx", "ride.with.dots.gpx"),
        ("🚲 ride.gpx", "ride.gpx"),
    ])
    func namesKeepNothingThatLeadsElsewhere(_ name: String, _ shown: String) {
        #expect(shownName(name) == shown)
    }

    @Test func noNameIsLongerThanAFileSystemTakes() {
        let long = [
            String(repeating: "ė", count: 10_000), String(repeating: "𒀀", count: 10_000),
            "e" + String(repeating: "\u{301}", count: 10_000), String(repeating: "a.", count: 10_000),
        ]
        for name in long {
            let shown = shownName(name + ".gpx")
            #expect(shown.utf8.count < 255)
            #expect(shown.hasSuffix(".gpx"))
        }
    }

    private func offered(_ link: String) throws -> Offered { Offered(try address(link)) }

    private func address(_ link: String) throws -> URL { try URL(string: link).required }
}
