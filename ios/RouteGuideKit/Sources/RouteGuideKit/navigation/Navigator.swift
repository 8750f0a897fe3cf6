// Which tab is chosen, which screens lie in it one above the other, whether the guide lies above them all, and what is looked
// at in front of the guide.
import Foundation
import Observation

/// Where the traveller is in the app.
@MainActor
@Observable
public final class Navigator {
    /// The tab that is shown.
    public private(set) var tab: ScreenTab = .routes

    /// The screens above the first one of each tab.
    public private(set) var paths: [ScreenTab: [Screen]] = [:]

    /// Whether the guide is shown: it has the whole screen, since it is read at a glance.
    public var showsGuide = false {
        didSet { if !showsGuide { inFront = [] } }
    }

    /// The screens in front of the guide, one above the other: a stop on the way, help in an emergency.
    public private(set) var inFront: [Screen] = []

    public init() {}

    /// What the traveller sees, from which everything is asked.
    public var foremost: Layer {
        if !inFront.isEmpty { return .inFront }
        return showsGuide ? .guide : .tabs
    }

    /// The tab as the bar of tabs chooses it.
    public var chosen: ScreenTab {
        get { tab }
        set { choose(newValue) }
    }

    /// The screens of a tab as its stack changes them: the traveller goes back by a swipe.
    public subscript(tab: ScreenTab) -> [Screen] {
        get { paths[tab] ?? [] }
        set { paths[tab] = newValue }
    }

    /// Shows a screen, above the present one. The guide itself has none above it, and makes way.
    public func open(_ screen: Screen) {
        if foremost == .inFront {
            openInFront(screen)
        } else {
            showsGuide = false
            if self[tab].last != screen { self[tab].append(screen) }
        }
    }

    /// Shows a screen in front of the guide, which goes on behind it.
    public func openInFront(_ screen: Screen) {
        if inFront.last != screen { inFront.append(screen) }
    }

    /// Shows a screen in place of the present one.
    public func replace(_ screen: Screen) {
        if foremost == .inFront {
            inFront[inFront.count - 1] = screen
        } else {
            self[tab] = self[tab].dropLast() + [screen]
        }
    }

    /// Whether there is something in front of the guide, as the traveller puts it away.
    public var showsInFront: Bool {
        get { !inFront.isEmpty }
        set { if !newValue { inFront = [] } }
    }

    /// The screens above the first one in front of the guide, as their stack changes them.
    public var aboveFirstInFront: [Screen] {
        get { Array(inFront.dropFirst()) }
        set { if let first = inFront.first { inFront = [first] + newValue } }
    }

    /// Shows a tab; chosen again, its first screen.
    public func choose(_ tab: ScreenTab) {
        if tab == self.tab { paths[tab] = [] }
        self.tab = tab
        showsGuide = false
    }

    /// Shows the guide.
    public func openGuide() {
        (showsGuide, inFront) = (true, [])
    }

    /// All of it, for the phone to keep.
    public var kept: Data? {
        try? JSONEncoder().encode(Kept(tab: tab, paths: paths, showsGuide: showsGuide))
    }

    /// Goes back to where the traveller was. What a later version kept is passed over.
    public func restore(_ data: Data?) {
        guard let data, let kept = try? JSONDecoder().decode(Kept.self, from: data) else { return }
        (tab, paths, showsGuide) = (kept.tab, kept.paths, kept.showsGuide)
    }

    private struct Kept: Codable {
        let tab: ScreenTab
        let paths: [ScreenTab: [Screen]]
        let showsGuide: Bool
    }
}
