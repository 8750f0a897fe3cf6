// A place's screen: its spot on the map, its coordinates, what lies near it, the traveller's notes.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// Near enough to tell the streets of a place.
private let zoom = 12.5

/// A place.
struct PlaceScreen: View {
    let bundle: String
    let place: String
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say
    @State private var model: PlaceModel?

    var body: some View {
        Modelled($model, { PlaceModel($0, bundle: bundle, place: place) }) { model in
            Showing(model.shown) { shown in
                MapBeside {
                    BundleMap(
                        subject: MapSubject(bundle), camera: .at(shown.place.position, zoom: zoom)
                    ) { tapped in
                        parts.navigator.open(tapped.screen(in: bundle))
                    }
                } page: {
                    PlacePage(shown: shown, model: model)
                }
                .toolbar {
                    ToolbarItem(placement: .topBarTrailing) {
                        FavouriteButton(isFavourite: shown.kept.isFavourite) { await model.like(shown.place, $0) }
                    }
                }
            }
            .trouble(of: model.wishes)
        }
        .navigationTitle(model?.shown.answer?.value?.place.name ?? say(.placeTitle))
        .navigationBarTitleDisplayMode(.inline)
    }
}

private struct PlacePage: View {
    let shown: PlaceShown
    let model: PlaceModel
    @Environment(\.say) private var say

    var body: some View {
        let place = shown.place
        List {
            Section {
                PageTitle(place.name)
                Label(place.kind, systemImage: place.category.icon)
            }
            CoordinatesSection(position: place.position, name: place.name)
            NotesSection(notes: shown.kept.notes, thing: model.thing(place), model: model.notes)
            if !shown.nearby.isEmpty {
                Section(say(.nearby)) {
                    ForEach(shown.nearby, id: \.self) { SpotRow(spot: Spot($0)) }
                }
            }
        }
        .listStyle(.insetGrouped)
        .scrollDismissesKeyboard(.interactively)
    }
}
