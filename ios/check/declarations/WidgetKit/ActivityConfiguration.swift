// Mirrors how a Live Activity looks on the lock screen and in the Dynamic Island.
import ActivityKit
import SwiftUI

public struct ActivityConfiguration<Attributes: ActivityAttributes>: WidgetConfiguration
where Attributes.ContentState: Sendable {
    public typealias Body = Never
    nonisolated public init<Content: View>(
        for attributesType: Attributes.Type,
        @ViewBuilder content: @escaping (ActivityViewContext<Attributes>) -> Content,
        dynamicIsland: @escaping (ActivityViewContext<Attributes>) -> DynamicIsland
    ) { fatalError() }
}

public struct ActivityViewContext<Attributes: ActivityAttributes> where Attributes.ContentState: Sendable {
    public let activityID: String
    public let attributes: Attributes
    public let state: Attributes.ContentState
    public let isStale: Bool
}

@MainActor @preconcurrency public struct DynamicIsland {
    nonisolated public init<Expanded, CompactLeading: View, CompactTrailing: View, Minimal: View>(
        @DynamicIslandExpandedContentBuilder expanded: @escaping () -> DynamicIslandExpandedContent<Expanded>,
        @ViewBuilder compactLeading: @escaping () -> CompactLeading,
        @ViewBuilder compactTrailing: @escaping () -> CompactTrailing,
        @ViewBuilder minimal: @escaping () -> Minimal
    ) { fatalError() }
    nonisolated public func keylineTint(_ color: Color?) -> DynamicIsland { fatalError() }
    nonisolated public func widgetURL(_ url: URL?) -> DynamicIsland { fatalError() }
    nonisolated public func contentMargins(
        _ edges: Edge.Set = .all, _ length: Double, for mode: DynamicIslandMode
    ) -> DynamicIsland { fatalError() }
}

public struct DynamicIslandMode: Hashable, Sendable {
    public static let expanded = DynamicIslandMode()
    public static let compactLeading = DynamicIslandMode()
    public static let compactTrailing = DynamicIslandMode()
    public static let minimal = DynamicIslandMode()
}

public struct DynamicIslandExpandedContent<Content> {}

public struct DynamicIslandExpandedRegion<Content: View> {
    nonisolated public init(
        _ position: DynamicIslandExpandedRegionPosition, priority: Double = 0, @ViewBuilder content: () -> Content
    ) { fatalError() }
}

public struct DynamicIslandExpandedRegionPosition: Equatable, Sendable {
    public static let leading = DynamicIslandExpandedRegionPosition()
    public static let trailing = DynamicIslandExpandedRegionPosition()
    public static let center = DynamicIslandExpandedRegionPosition()
    public static let bottom = DynamicIslandExpandedRegionPosition()
}

@resultBuilder public struct DynamicIslandExpandedContentBuilder {
    public static func buildBlock<each Content: View>(
        _ content: repeat DynamicIslandExpandedRegion<each Content>
    ) -> DynamicIslandExpandedContent<(repeat each Content)> { fatalError() }
}

extension View {
    nonisolated public func activityBackgroundTint(_ color: Color?) -> some View { EmptyView() }
    nonisolated public func activitySystemActionForegroundColor(_ color: Color?) -> some View { EmptyView() }
    nonisolated public func widgetURL(_ url: URL?) -> some View { EmptyView() }
}
