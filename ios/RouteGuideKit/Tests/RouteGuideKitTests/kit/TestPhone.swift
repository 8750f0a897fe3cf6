// A phone in a traveller's hand, with the app on it: started, killed, carried along a route. The real core and the real
// bundle; positions, voice and what is felt are simulated. Journeys are told with it.
import Fieldwork
import Foundation
import RouteGuide
import Synchronization

@testable import RouteGuideKit

/// Twelve noon on a day after the bundle was published.
let noon: Int64 = 1_795_608_000_000

/// The bundle's id, and its three routes.
let region = "klaipedos-regionas"
let coast = Way.route(bundle: region, route: "malonus-nuovargiai")
let stones = Way.route(bundle: region, route: "antgamtiniai-peizazai")
let cultures = Way.route(bundle: region, route: "migruojancios-kulturos")

/// A phone, and the app's process on it.
@MainActor
final class TestPhone {
    let folder: Folder
    let fixes = WalkedFixes()
    let glances = WalkedFixes()
    let voice = HeardVoice()
    let haptics = FeltTouches()
    let lockScreen = SeenLockScreen()
    let catalogue = CatalogueFile.ofTheApp
    private let clock: Clock
    private let kept: String

    /// The bundle of the three routes.
    let bundle: String

    /// The app. After a kill it is another.
    private(set) var parts: Parts

    /// A phone that keeps what is the traveller's in a folder of its own, or in one that is there.
    init(language: String = "en", kept: String? = nil) throws {
        (folder, bundle) = (try Folder(), try Surroundings.bundle)
        self.kept = kept ?? folder.path("kept")
        clock = Clock(language: language)
        let shipped = URL(fileURLWithPath: folder.path("shipped"))
        try FileManager.default.createDirectory(at: shipped, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: bundle, toPath: shipped.appendingPathComponent("\(region).gpkg").path)
        let doors = Doors(
            fixes: fixes, glances: glances, voice: voice, haptics: haptics, lockScreen: lockScreen,
            catalogue: catalogue)
        parts = Parts(Self.phone(folder, self.kept, clock), doors)
    }

    var home: Home { parts.home }

    /// The phone's clock; stands still unless a test moves it.
    var now: Int64 {
        get { clock.state.withLock { $0.now } }
        set { clock.state.withLock { $0.now = newValue } }
    }

    /// The language of the phone.
    var language: String {
        get { clock.state.withLock { $0.language } }
        set { clock.state.withLock { $0.language = newValue } }
    }

    /// The phone kills the process: nothing is ended, and what lies on the disk is all that is left.
    func die() async {
        fixes.stop()
        glances.stop()
        await parts.home.close()
        parts = Parts(Self.phone(folder, kept, clock), parts.doors)
    }

    private static func phone(_ folder: Folder, _ kept: String, _ clock: Clock) -> Phone {
        func place(_ path: String) -> URL { URL(fileURLWithPath: path) }
        return Phone(
            now: { clock.state.withLock { $0.now } },
            sinceStart: { clock.state.withLock { $0.now - noon + 60_000 } },
            language: { clock.state.withLock { $0.language } },
            folders: Folders(
                kept: place(kept), passing: place(folder.path("passing")), shipped: place(folder.path("shipped"))),
            version: "1.0")
    }
}

private final class Clock: Sendable {
    struct State {
        var now = noon
        var language: String
    }

    let state: Mutex<State>

    init(language: String) {
        state = Mutex(State(language: language))
    }
}
