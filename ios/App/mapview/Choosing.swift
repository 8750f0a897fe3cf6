// What of the map is shown, chosen from a menu: which bundle, which kinds of stops.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The menu. It stays open while kinds are chosen.
struct Choosing: View {
    let model: MapModel
    let ground: Ground
    @Environment(\.say) private var say

    var body: some View {
        Menu {
            if ground.bundles.count > 1 {
                Picker(say(.mapviewBundles), selection: bundle) {
                    ForEach(ground.bundles, id: \.id) { Text($0.name).tag($0.id) }
                }
            }
            Section(say(.mapviewFilter)) {
                Toggle(say(.mapviewAll), isOn: all)
                ForEach(ground.categories, id: \.self) { category in
                    Toggle(isOn: chosen(category)) {
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
        let all = model.choice.categories.isEmpty
        return all ? "line.3.horizontal.decrease.circle" : "line.3.horizontal.decrease.circle.fill"
    }

    private var told: String {
        let chosen = ground.categories.filter(model.choice.categories.contains)
        return chosen.isEmpty
            ? say(.mapviewAll) : chosen.map { say.words.category(category: $0) }.joined(separator: ", ")
    }

    private var bundle: Binding<String> {
        Binding(get: { ground.bundle.id }, set: { id in Task { await model.choose(bundle: id) } })
    }

    private var all: Binding<Bool> {
        Binding(get: { model.choice.categories.isEmpty }, set: { _ in model.showAllKinds() })
    }

    private func chosen(_ category: StopCategory) -> Binding<Bool> {
        Binding(get: { model.choice.categories.contains(category) }, set: { _ in model.toggle(category) })
    }
}
