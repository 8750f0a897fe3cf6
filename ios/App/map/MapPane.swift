// A map among a screen's other parts: keeps what MapLibre draws in step with what is to be shown, and names whose ground it
// is. Only this file and MapDrawing.swift know MapLibre; what a style looks like and what is in its layers is the core's.
//
// For those who do not see it, every screen with a map lists the same things; the map itself says so and no more.
import MapLibre
import RouteGuideKit
import SwiftUI

/// A map. It tells when it was moved by hand, and what was tapped.
struct MapPane: View {
    let sight: MapSight
    var onMoved: () -> Void = {}
    var onTap: (Tapped) -> Void = { _ in }
    @Environment(\.say) private var say

    var body: some View {
        DrawnMap(sight: sight, onMoved: onMoved, onTap: onTap)
            .accessibilityElement(children: .ignore)
            .accessibilityLabel(say(.mapDescribed))
            .overlay(alignment: .bottomLeading) { Attribution() }
            .clipped()
    }
}

// Also stands among the licences, as large as the traveller likes: here it is not to cover the map.
private struct Attribution: View {
    @Environment(\.say) private var say

    var body: some View {
        Text(say(.mapAttribution))
            .font(.caption2)
            .dynamicTypeSize(...DynamicTypeSize.xLarge)
            .padding(.horizontal, 6)
            .padding(.vertical, 1)
            .background(.regularMaterial)
            .allowsHitTesting(false)
    }
}

private struct DrawnMap: UIViewRepresentable {
    let sight: MapSight
    let onMoved: () -> Void
    let onTap: (Tapped) -> Void

    func makeCoordinator() -> MapDrawing { MapDrawing() }

    func makeUIView(context: Context) -> SizedMapView {
        context.coordinator.makeView(style: sight.style)
    }

    func updateUIView(_ view: SizedMapView, context: Context) {
        let drawing = context.coordinator
        (drawing.onMoved, drawing.onTap) = (onMoved, onTap)
        drawing.isStill = context.environment.accessibilityReduceMotion
        drawing.show(sight, on: view)
    }

    static func dismantleUIView(_ view: SizedMapView, coordinator: MapDrawing) {
        coordinator.end(view)
    }
}
