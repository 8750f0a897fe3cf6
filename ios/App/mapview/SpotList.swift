// What the map shows, as a list: the routes, and what is near the traveller; while nobody knows where that is, the stops in
// the order of their routes.
import RouteGuideKit
import SwiftUI

/// The list.
struct SpotList: View {
    let model: MapModel
    let ground: MapGround
    @Environment(\.say) private var say

    var body: some View {
        if let said = model.nearby?.said {
            Problem(said: said).background(.background)
        } else {
            let sections = model.sections(ground, say)
            List {
                ForEach(sections.prefix(1)) { SpotSectionView(section: $0) }
                if model.nearby == nil { Unknown(model: model) }
                ForEach(sections.dropFirst()) { SpotSectionView(section: $0) }
            }
            .accessibilityRotor(Text(say(.searchStops))) {
                ForEach(sections.flatMap(\.spots).filter(\.isStop)) { AccessibilityRotorEntry($0.name, id: $0.id) }
            }
        }
    }
}

private struct SpotSectionView: View {
    let section: SpotSection
    @Environment(\.say) private var say

    var body: some View {
        Section(section.name) {
            if section.spots.isEmpty { Text(say(.mapviewNothing)) }
            ForEach(section.spots) { SpotRow(spot: $0) }
        }
    }
}

private struct Unknown: View {
    let model: MapModel
    @Environment(\.say) private var say

    var body: some View {
        Section {
            Text(say(.mapviewNoPosition))
            ShortcomingLine(whereabouts: model.whereabouts)
            if !model.isAsked {
                Button(say(.mapviewWhereAmI), systemImage: "location") { model.asking.begin() }
            }
        }
    }
}
