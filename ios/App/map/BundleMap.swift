// A map of a bundle, drawn by the core's style as the traveller has it: by day or night, in their language.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A map of a bundle. What changes while it is looked at is in its live layers.
struct BundleMap: View {
    let subject: MapSubject
    let camera: Camera
    var live: [MapLayer: String] = [:]
    let onTap: (Tapped) -> Void
    @Environment(\.colorScheme) private var scheme
    @State private var style: MapStyle?

    var body: some View {
        Modelled($style, MapStyle.init) { style in
            ZStack {
                switch style.answer {
                case .given(let drawn):
                    MapPane(sight: MapSight(style: drawn, camera: camera, live: live), onTap: onTap)
                case .refused(let said): Problem(said: said)
                case nil: Color.clear
                }
            }
            .task(id: Wanted(subject: subject, theme: scheme.mapTheme)) {
                await style.follow(subject, scheme.mapTheme)
            }
        }
    }
}

private struct Wanted: Hashable {
    let subject: MapSubject
    let theme: MapTheme
}
