// The page about a route, from what one wants to know first to what it rests on.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The page about a route.
struct RoutePage: View {
    let bundle: String
    let shown: RouteShown
    let model: RouteModel
    @Environment(\.say) private var say

    var body: some View {
        let route = shown.route
        List {
            Section {
                PageTitle(route.name)
                Text(route.summary).font(.headline)
                AtAGlance(shown: shown)
                if !route.pictures.isEmpty { PicturesRow(bundle: bundle, pictures: route.pictures) }
                if let profile = shown.profile { ElevationDrawing(profile: profile) }
                Text(route.description).textSelection(.enabled)
            }
            ForEach(shown.days) { day in
                Section {
                    StageHead(day: day)
                    ForEach(day.stops) { StopRow(on: $0, model: model) }
                }
            }
            FactsSection(facts: route.facts) {
                ForEach(shown.madeBy(say), id: \.self) { Remark($0) }
                Text(say(.attributions)).font(.headline).accessibilityAddTraits(.isHeader)
                ForEach(shown.manifest.attributions, id: \.self) { CreditView(attribution: $0) }
            }
        }
        .listStyle(.insetGrouped)
        .accessibilityRotor(say(.searchStops)) {
            ForEach(shown.stops) { AccessibilityRotorEntry($0.name, id: $0.id) }
        }
    }
}

private struct AtAGlance: View {
    let shown: RouteShown
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Label(shown.howLong(say), systemImage: "signpost.right")
            if let official = shown.officialLength(say) { Label(official, systemImage: "info.circle") }
            ForEach(shown.modes, id: \.self) { mode in
                Label(say.words.mode(mode: mode), systemImage: mode.icon)
            }
            Label(say.words.exactness(indicativeShare: shown.route.indicativeShare), systemImage: "map")
            Unverified(marks: shown.route.unverified)
        }
    }
}
