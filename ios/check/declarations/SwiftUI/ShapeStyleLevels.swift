// Mirrors SwiftUI's levels of any style.
extension ShapeStyle {
    public var secondary: some ShapeStyle { HierarchicalShapeStyle.secondary }
    public var tertiary: some ShapeStyle { HierarchicalShapeStyle.tertiary }
    public var quaternary: some ShapeStyle { HierarchicalShapeStyle.quaternary }
}
