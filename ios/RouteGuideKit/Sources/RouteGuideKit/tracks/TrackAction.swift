// What can be done with one of the traveller's own tracks, and when. The list offers it beside a track, the track's screen
// for the track it shows.
import RouteGuide

/// Something that can be done with a track.
public enum TrackAction: Hashable, Sendable, CaseIterable {
    case toGuide, follow, followReversed, takeBack, share, rename, delete

    /// Whether it is what the track's screen is for, and wants to be within a thumb's reach.
    public var isMain: Bool { [.toGuide, .follow, .followReversed, .takeBack].contains(self) }

    /// What it is called.
    public var name: Phrase {
        switch self {
        case .toGuide: .tracksToGuide
        case .follow: .tracksFollow
        case .followReversed: .tracksFollowReversed
        case .takeBack: .tracksTakeBack
        case .share: .shareGpx
        case .rename: .tracksRename
        case .delete: .delete
        }
    }
}

extension Recording {
    /// What can be done with it now, what is done most first. What is being recorded can neither be shared nor deleted.
    public func actions(isUnderway: Bool) -> [TrackAction] {
        if isUnderway { return [.toGuide, .rename] }
        if state == .binned { return [.takeBack, .rename] }
        return [.follow, .followReversed, .share, .rename, .delete]
    }
}
