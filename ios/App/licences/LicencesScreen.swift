// From whom the app is: the data of its bundles, the parts that others made, the letters of its maps, and the terms of all.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// From whom the app is.
struct LicencesScreen: View {
    @Environment(\.say) private var say
    @State private var model: LicencesModel?

    var body: some View {
        Modelled($model, LicencesModel.init) { model in
            Showing(model.shown) { LicencesList(shown: $0) }
        }
        .navigationTitle(say(.licences))
    }
}

private struct LicencesList: View {
    let shown: LicencesShown
    @Environment(\.say) private var say

    var body: some View {
        List {
            ForEach(shown.bundles, id: \.id) { bundle in
                Section(bundle.name) {
                    ForEach(bundle.attributions, id: \.self) { CreditView(attribution: $0) }
                }
            }
            Section(say(.licencesParts)) {
                ForEach(shown.others.parts) { part in
                    VStack(alignment: .leading) {
                        Text(part.name)
                        Text(part.terms).font(.subheadline).foregroundStyle(.secondary)
                    }
                }
            }
            Section(say(.licencesLetters)) { Paragraphs(texts: shown.others.letters) }
            Section(say(.licencesTerms)) { Paragraphs(texts: shown.others.terms) }
        }
    }
}

private struct Paragraphs: View {
    let texts: [String]

    var body: some View {
        ForEach(texts.indices, id: \.self) { Text(texts[$0]).font(.footnote).textSelection(.enabled) }
    }
}
