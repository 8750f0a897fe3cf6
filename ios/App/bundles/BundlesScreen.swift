// The bundles on this phone: what they are and who answers for them; new ones come in from files. Below them what room
// everything takes, and above all what was damaged.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The screen of bundles.
struct BundlesScreen: View {
    @Environment(\.say) private var say
    @State private var model: BundlesModel?
    @State private var isChoosing = false

    var body: some View {
        Modelled($model, BundlesModel.init) { model in
            Showing(model.shown) { shown in
                List {
                    if !shown.damages.isEmpty { DamageSection(damages: shown.damages, model: model) }
                    ForEach(shown.bundles, id: \.manifest.id) { bundle in
                        BundleSection(bundle: bundle, isNeeded: shown.isNeeded(bundle), model: model)
                    }
                    if shown.bundles.isEmpty { Text(say(.bundlesNone)) }
                    StorageSection(shown: shown, model: model)
                }
            }
            .trouble(of: model.wishes)
        }
        .navigationTitle(say(.bundles))
        .toolbar {
            ToolbarItem(placement: .primaryAction) {
                Button(say(.bundlesAdd), systemImage: "plus") { isChoosing = true }
            }
        }
        .choosingFiles($isChoosing)
    }
}
