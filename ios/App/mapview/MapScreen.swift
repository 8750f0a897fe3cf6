// The map of a bundle and what it shows as a list: beside each other where there is room, else one in the other's place.
import RouteGuideKit
import SwiftUI

/// How wide the list is beside the map.
private let listWidth = 380.0

/// The map screen.
struct MapScreen: View {
    @Environment(\.say) private var say
    @Environment(\.horizontalSizeClass) private var horizontal
    @Environment(\.verticalSizeClass) private var vertical
    @State private var model: MapModel?

    var body: some View {
        Modelled($model, MapModel.init) { model in
            Showing(model.ground) { ground in
                if let ground {
                    MapAndList(model: model, ground: ground, isWide: isWide)
                } else {
                    NoRoutes()
                }
            }
        }
        .navigationTitle(say(model?.isList == true && !isWide ? .mapviewList : .map))
        .navigationBarTitleDisplayMode(.inline)
    }

    private var isWide: Bool { horizontal == .regular || vertical == .compact }
}

private struct MapAndList: View {
    let model: MapModel
    let ground: MapGround
    let isWide: Bool

    var body: some View {
        // One layout for both: the map stays where it was moved to when the phone is turned or the list is read.
        let layout = isWide ? AnyLayout(HStackLayout(spacing: 0)) : AnyLayout(ZStackLayout())
        layout {
            if isListed {
                SpotList(model: model, ground: ground)
                    .frame(maxWidth: isWide ? listWidth : .infinity)
                    .zIndex(1)
            }
            MapWithCard(model: model, ground: ground, isBesideList: isWide)
                .accessibilityHidden(isListed && !isWide)
        }
        .toolbar {
            ToolbarItem(placement: .topBarLeading) { Choosing(model: model, ground: ground) }
            if !isWide {
                ToolbarItem(placement: .topBarTrailing) { ListOrMap(model: model) }
            }
        }
        .onChange(of: model.choice.bundle) { Task { await model.ground.look() } }
        .task(id: model.sought) { await model.look() }
        .looking(while: model.isAsked)
        .explained(model.asking, why: .mapviewWhy)
    }

    private var isListed: Bool { isWide || model.isList }
}

private struct ListOrMap: View {
    let model: MapModel
    @Environment(\.say) private var say

    var body: some View {
        Button(say(model.isList ? .map : .mapviewList), systemImage: model.isList ? "map" : "list.bullet") {
            model.isList.toggle()
        }
    }
}
