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

    @Test func whatIsLookedAtInFrontOfTheGuideLeadsOnThereAndLeavesTheTabsAsTheyWere() {
        let navigator = Navigator()
        navigator.open(route)
        navigator.openGuide()
        #expect(navigator.foremost == .guide)
        navigator.openInFront(stop)
        #expect(navigator.foremost == .inFront && navigator.showsInFront)
        let next = Screen.stop(bundle: "b", route: "r", stop: "t")
        navigator.replace(next)
        #expect(navigator.inFront == [next])
        navigator.open(route)
        navigator.open(route)
        #expect(navigator.aboveFirstInFront == [route])
        navigator.aboveFirstInFront = []
        #expect(navigator.inFront == [next])
        #expect(navigator.showsGuide && navigator.paths == [.routes: [route]])
    }

    @Test func backToTheGuideNothingLiesInFrontOfIt() {
        let navigator = Navigator()
        for leave in [{ navigator.openGuide() }, { navigator.showsInFront = false }] {
            navigator.openGuide()
            navigator.openInFront(stop)
            leave()
            #expect(navigator.foremost == .guide)
            navigator.aboveFirstInFront = [route]
            #expect(navigator.foremost == .guide, "a stack that goes away leads nowhere")
        }
        navigator.openInFront(stop)
        navigator.choose(.map)
        navigator.openGuide()
        #expect(navigator.foremost == .guide)
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
