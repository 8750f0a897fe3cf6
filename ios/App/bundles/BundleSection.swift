// One bundle: what it is, who answers for it, from whom its parts are; and the way to take it away.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A bundle; a section of a list.
struct BundleSection: View {
    let bundle: InstalledBundle
    let isNeeded: Bool
    let model: BundlesModel
    @Environment(\.say) private var say
    @State private var isAsking = false

    var body: some View {
        let manifest = bundle.manifest
        Section {
            Text(manifest.name).font(.headline).accessibilityAddTraits(.isHeader)
            Text(manifest.summary)
            ForEach(bundle.facts(say), id: \.self) { Text($0).font(.subheadline).foregroundStyle(.secondary) }
            if !manifest.attributions.isEmpty {
                DisclosureGroup(say(.bundlesCredits)) {
                    ForEach(manifest.attributions, id: \.self) { CreditView(attribution: $0) }
                }
            }
            Button(say(.bundlesRemove), systemImage: "trash", role: .destructive) { isAsking = true }
                .disabled(isNeeded)
                .confirmationDialog(say(.bundlesRemoveTitle), isPresented: $isAsking, titleVisibility: .visible) {
                    Button(say(.bundlesRemove), role: .destructive) { Task { await model.remove(bundle) } }
                    Button(say(.leave), role: .cancel) {}
                } message: {
                    Text(say(.bundlesRemoveText(manifest.name)))
                }
        } footer: {
            if isNeeded { Text(say(.bundlesNeeded)) }
        }
    }
}
