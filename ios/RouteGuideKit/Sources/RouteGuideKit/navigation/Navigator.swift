// Which tab is chosen, which screens lie in it one above the other, whether the guide lies above them all.
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
    public var showsGuide = false

    public init() {}

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

    /// Shows a screen, above the present one.
    public func open(_ screen: Screen) {
        showsGuide = false
        if paths[tab]?.last != screen { paths[tab, default: []].append(screen) }
    }

    /// Shows a screen in place of the present one; in front of the guide none of those is the present one.
    public func replace(_ screen: Screen) {
        if showsGuide { return open(screen) }
        paths[tab, default: []] = (paths[tab] ?? []).dropLast() + [screen]
    }

    /// Shows a tab; chosen again, its first screen.
    public func choose(_ tab: ScreenTab) {
        if tab == self.tab { paths[tab] = [] }
        self.tab = tab
        showsGuide = false
    }

    /// Shows the guide.
    public func openGuide() {
        showsGuide = true
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
