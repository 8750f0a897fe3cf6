// A route's screen: its map, the page about it, the ways to set out. The parts of the page live in files of their own.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A route.
struct RouteScreen: View {
    let bundle: String
    let route: String
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say
    @State private var model: RouteModel?
    @State private var sharing: RouteSharing?

    var body: some View {
        Modelled($model, { RouteModel($0, bundle: bundle, route: route) }) { model in
            Showing(model.shown) { shown in
                MapBeside {
                    RouteMap(bundle: bundle, route: shown.route)
                } page: {
                    RoutePage(bundle: bundle, shown: shown, model: model)
                        .safeAreaInset(edge: .bottom) { SetOutBar(shown: shown, model: model) }
                }
                .toolbar {
                    ToolbarItemGroup(placement: .topBarTrailing) {
                        Button(say(.shareGpx), systemImage: "square.and.arrow.up") {
                            sharing = RouteSharing(parts, bundle: bundle, shown.route)
                        }
                        FavouriteButton(isFavourite: shown.isFavourite) { await model.like(shown.route, $0) }
                    }
                }
            }
            .trouble(of: model.wishes)
        }
        .navigationTitle(model?.shown.answer?.value?.route.name ?? say(.route))
        .navigationBarTitleDisplayMode(.inline)
        .sheet(item: $sharing) { ShareRoute(sharing: $0) }
    }
}

private struct RouteMap: View {
    let bundle: String
    let route: RouteDetails
    @Environment(\.parts) private var parts

    var body: some View {
        if let bounds = route.bounds {
            BundleMap(subject: MapSubject(bundle, route: route.id), camera: .whole(bounds)) { tapped in
                parts.navigator.open(tapped.screen(in: bundle))
            }
        }
    }
}
