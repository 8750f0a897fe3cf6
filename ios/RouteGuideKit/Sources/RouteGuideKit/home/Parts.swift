// What the app is made of: the parts that are one for the whole process, and the doors to the phone behind protocols.
import Observation

/// What the phone offers, and what tests stand in for.
@MainActor
public struct Doors {
    public let fixes: any FixSource

    /// The same for screens that show where the traveller is, so that neither they nor the guide end the other's.
    public let glances: any FixSource
    public let voice: any Voice
    public let haptics: any Haptics
    public let lockScreen: any LockScreen
    public let catalogue: any Catalogue

    public init(
        fixes: any FixSource, glances: any FixSource, voice: any Voice, haptics: any Haptics,
        lockScreen: any LockScreen, catalogue: any Catalogue
    ) {
        (self.fixes, self.glances, self.voice) = (fixes, glances, voice)
        (self.haptics, self.lockScreen, self.catalogue) = (haptics, lockScreen, catalogue)
    }
}

/// The parts of the app.
@MainActor
public final class Parts {
    public let phone: Phone
    public let doors: Doors
    public let home: Home
    public let choices: Choices
    public let guiding: Guiding
    public let settingOut: SettingOutModel
    public let whereabouts: Whereabouts
    public let navigator = Navigator()
    public let arrivals: Arrivals
    let mapFiles: MapFiles
    let copies: Copies

    public init(_ phone: Phone, _ doors: Doors) {
        (self.phone, self.doors) = (phone, doors)
        home = Home(phone, doors.catalogue)
        choices = Choices(phone.folders)
        mapFiles = MapFiles(phone.folders)
        guiding = Guiding(home, choices, phone, doors)
        settingOut = SettingOutModel(guiding, doors.fixes, navigator)
        whereabouts = Whereabouts(doors.glances, phone)
        copies = Copies(phone.folders)
        arrivals = Arrivals(home, copies, navigator)
    }

    /// The process begins: the library is opened, and what a kill interrupted goes on where the phone gives positions.
    public func begin() async {
        await home.open()
        await guiding.begin()
    }

    /// The app comes into sight again, perhaps from the phone's settings.
    public func comeToSight() async {
        await home.listen()
        guiding.look()
        await settingOut.look()
    }

    /// The text of a phrase, also before the library is open.
    public func say(_ phrase: Phrase) -> String {
        home.say?(phrase) ?? doors.catalogue.text(of: phrase, in: phone.language())
    }
}
