// A stop's screen: the page about it, its spot on the map, the stops before and after it.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// Near enough to tell the streets around a stop.
private let zoom = 13.5

/// A stop.
struct StopScreen: View {
    let bundle: String
    let route: String
    let stop: String
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say
    @State private var model: StopModel?

    var body: some View {
        Modelled($model, { StopModel($0, bundle: bundle, route: route, stop: stop) }) { model in
            Showing(model.shown) { shown in
                if let shown {
                    MapBeside {
                        map(of: shown.stop)
                    } page: {
                        StopPage(bundle: bundle, shown: shown, model: model)
                            .safeAreaInset(edge: .bottom) { Neighbours(shown: shown, model: model) }
                    }
                    .toolbar {
                        ToolbarItem(placement: .topBarTrailing) {
                            FavouriteButton(isFavourite: shown.kept.isFavourite) { await model.like(shown.stop, $0) }
                        }
                    }
                } else {
                    Problem(said: model.missing(say))
                }
            }
            .trouble(of: model.wishes)
        }
        .navigationTitle((model?.shown.answer?.value ?? nil)?.stop.name ?? say(.stopTitle))
        .navigationBarTitleDisplayMode(.inline)
    }

    private func map(of stop: Stop) -> some View {
        BundleMap(subject: MapSubject(bundle, route: route), camera: .at(stop.position, zoom: zoom)) { tapped in
            parts.navigator.open(tapped.screen(in: bundle))
        }
    }
}

private struct Neighbours: View {
    let shown: StopShown
    let model: StopModel

    var body: some View {
        HStack(spacing: 8) {
            Neighbour(stop: shown.before, isBefore: true, model: model)
            Neighbour(stop: shown.after, isBefore: false, model: model)
        }
        .padding(.horizontal)
        .padding(.vertical, 8)
        .background(.bar)
        // Larger letters would cover the page, and be cut here; what is named can be read on the route as well.
        .dynamicTypeSize(...DynamicTypeSize.xxxLarge)
    }
}

private struct Neighbour: View {
    let stop: Stop?
    let isBefore: Bool
    let model: StopModel
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        if let stop {
            Button {
                parts.navigator.replace(model.screen(stop))
            } label: {
                HStack {
                    if isBefore { Image(systemName: "chevron.backward") }
                    Text(stop.name)
                        .lineLimit(4)
                        .multilineTextAlignment(isBefore ? .leading : .trailing)
                        .frame(maxWidth: .infinity, alignment: isBefore ? .leading : .trailing)
                    if !isBefore { Image(systemName: "chevron.forward") }
                }
                .frame(minHeight: 40)
            }
            .buttonStyle(.bordered)
            .accessibilityLabel(say(isBefore ? .stopBefore(stop.name) : .stopAfter(stop.name)))
            .accessibilityShowsLargeContentViewer { Text(stop.name) }
        } else {
            Color.clear.frame(height: 0)
        }
    }
}
