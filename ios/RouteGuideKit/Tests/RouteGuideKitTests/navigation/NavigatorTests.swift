// Where the traveller is in the app, and that they are there again when the phone has ended it meanwhile.
import Foundation
import Testing

@testable import RouteGuideKit

@MainActor
@Suite struct NavigatorTests {
    private let route = Screen.route(bundle: "b", route: "r")
    private let stop = Screen.stop(bundle: "b", route: "r", stop: "s")

    @Test func screensLieOneAboveTheOtherAndTheSameOneOnlyOnce() {
        let navigator = Navigator()
        navigator.open(route)
        navigator.open(route)
        navigator.open(stop)
        #expect(navigator.paths[.routes] == [route, stop])
    }

    @Test func theNextStopTakesThePlaceOfTheOneBefore() {
        let navigator = Navigator()
        navigator.open(route)
        navigator.open(stop)
        let next = Screen.stop(bundle: "b", route: "r", stop: "t")
        navigator.replace(next)
        #expect(navigator.paths[.routes] == [route, next])
    }

    @Test func aStopReadInFrontOfTheGuideLeadsToTheNextAndTakesNothingAway() {
        let navigator = Navigator()
        navigator.open(route)
        navigator.openGuide()
        navigator.replace(stop)
        #expect(navigator.paths[.routes] == [route, stop] && !navigator.showsGuide)
    }

    @Test func eachTabKeepsItsScreensAndChosenAgainLeadsToItsFirst() {
        let navigator = Navigator()
        navigator.open(route)
        navigator.choose(.settings)
        navigator.open(.backup)
        #expect(navigator.paths == [.routes: [route], .settings: [.backup]])
        navigator.choose(.routes)
        #expect(navigator.paths[.routes] == [route])
        navigator.choose(.routes)
        #expect(navigator.paths[.routes] == [])
    }

    @Test func aScreenThatIsOpenedFromTheGuideIsSeen() {
        let navigator = Navigator()
        navigator.openGuide()
        navigator.open(stop)
        #expect(!navigator.showsGuide)
    }

    @Test func whoComesBackAfterTheProcessEndedIsWhereTheyWere() {
        let (left, found) = (Navigator(), Navigator())
        for screen in [route, stop, .place(bundle: "b", place: "p"), .track(7), .licences] { left.open(screen) }
        left.choose(.map)
        left.openGuide()
        found.restore(left.kept)
        #expect(found.tab == .map && found.showsGuide && found.paths == left.paths)
    }

    @Test func whatALaterVersionKeptLeadsToTheFirstScreen() {
        let navigator = Navigator()
        navigator.restore(Data(#"{"tab":"moon","paths":[],"showsGuide":false}"#.utf8))
        navigator.restore(Data([0xff]))
        navigator.restore(nil)
        #expect(navigator.tab == .routes && navigator.paths.isEmpty)
    }
}
