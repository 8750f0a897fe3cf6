// Damage that the core found and mended, told until the traveller has read it.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The damages found; a section of a list.
struct DamageSection: View {
    let damages: [Damage]
    let model: BundlesModel
    @Environment(\.say) private var say

    var body: some View {
        Section {
            Label(say(.bundlesDamage), systemImage: "exclamationmark.triangle").font(.headline).foregroundStyle(.red)
                .accessibilityAddTraits(.isHeader)
            ForEach(damages, id: \.self) { damage in
                VStack(alignment: .leading, spacing: 4) {
                    ForEach(damage.told(say), id: \.self) { Text($0) }
                }
            }
            Button(say(.bundlesDamageRead)) { Task { await model.acknowledge() } }
        }
    }
}
