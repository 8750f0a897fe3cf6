// The page about a stop.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The page about a stop.
struct StopPage: View {
    let bundle: String
    let shown: StopShown
    let model: StopModel
    @Environment(\.say) private var say

    var body: some View {
        let stop = shown.stop
        List {
            Section {
                PageTitle(stop.name)
                VStack(alignment: .leading, spacing: 8) {
                    Label(stop.kind, systemImage: stop.category.icon)
                    StopMarksRow(marks: shown.marks)
                }
                Text(stop.summary).font(.headline)
                if !stop.pictures.isEmpty { PicturesRow(bundle: bundle, pictures: stop.pictures) }
                Text(stop.description).textSelection(.enabled)
            }
            Section(say(.wayThere)) {
                NavigationLink(value: model.routeScreen) { Label(shown.route, systemImage: "signpost.right") }
                Label(shown.along(say), systemImage: "flag")
                Label(shown.beside(say), systemImage: stop.side == .left ? "arrow.left" : "arrow.right")
                Label(shown.exactness(say), systemImage: "scope")
                Unverified(marks: stop.unverified)
            }
            CoordinatesSection(position: stop.position, name: stop.name)
            NotesSection(notes: shown.kept.notes, thing: model.thing(stop), model: model.notes)
            FactsSection(facts: stop.facts) {
                ForEach(shown.sources(say), id: \.self) { Remark($0) }
            }
        }
        .listStyle(.insetGrouped)
        .scrollDismissesKeyboard(.interactively)
    }
}
