// What of the map is shown, chosen from a menu: which bundle, which kinds of stops.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The menu. It stays open while kinds are chosen.
struct Choosing: View {
    @Bindable var model: MapModel
    let ground: MapGround
    @Environment(\.say) private var say

    var body: some View {
        Menu {
            if ground.bundles.count > 1 {
                Picker(say(.mapviewBundles), selection: $model.bundle) {
                    ForEach(ground.bundles, id: \.id) { Text($0.name).tag(Optional($0.id)) }
                }
            }
            Section(say(.mapviewFilter)) {
                Toggle(say(.mapviewAll), isOn: $model.showsAllKinds)
                ForEach(ground.categories, id: \.self) { category in
                    Toggle(isOn: $model[chosen: category]) {
                        Label(say.words.category(category: category), systemImage: category.icon)
                    }
                }
            }
        } label: {
            Label(say(.mapviewFilter), systemImage: symbol)
        }
        .menuActionDismissBehavior(.disabled)
        .accessibilityValue(told)
    }

    private var symbol: String {
        model.showsAllKinds
            ? "line.3.horizontal.decrease.circle" : "line.3.horizontal.decrease.circle.fill"
    }

    private var told: String {
        let chosen = ground.categories.filter { model[chosen: $0] }
        return chosen.isEmpty
            ? say(.mapviewAll) : chosen.map { say.words.category(category: $0) }.joined(separator: ", ")
    }
}
