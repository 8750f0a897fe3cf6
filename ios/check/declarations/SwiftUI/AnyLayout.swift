// Mirrors SwiftUI's layouts that are chosen while a view is looked at.
public protocol Animatable {}

public protocol Layout: Animatable {}

extension Layout {
    @MainActor public func callAsFunction<V: View>(@ViewBuilder _ content: () -> V) -> some View { EmptyView() }
}

@frozen public struct AnyLayout: Layout {
    public init<L: Layout>(_ layout: L) { fatalError() }
}

@frozen public struct HStackLayout: Layout {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil) { fatalError() }
}

@frozen public struct VStackLayout: Layout {
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil) { fatalError() }
}

@frozen public struct ZStackLayout: Layout {
    public init(alignment: Alignment = .center) { fatalError() }
}
