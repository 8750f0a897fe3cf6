// The first screen: the routes as cards, on top of them where the traveller stopped, below them their newest tracks.
import RouteGuide
import RouteGuideKit
import SwiftUI
import UIKit

/// The first screen.
struct RoutesScreen: View {
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say
    @State private var model: RoutesModel?

    var body: some View {
        Modelled($model, RoutesModel.init) { model in
            Showing(model.shown) { RoutesList(shown: $0, model: model) }
        }
        .navigationTitle(say(.appName))
    }
}

private struct RoutesList: View {
    let shown: RoutesShown
    let model: RoutesModel
    @Environment(\.say) private var say

    var body: some View {
        ScrollView {
            VStack(spacing: 16) {
                if let last = shown.last { ContinueCard(last: last) }
                LazyVGrid(columns: [GridItem(.adaptive(minimum: 300), spacing: 16, alignment: .top)], spacing: 16) {
                    ForEach(shown.cards) { RouteCardView(card: $0, model: model) }
                }
                if shown.cards.isEmpty { NoRoutes() }
                if !shown.tracks.isEmpty {
                    Text(say(.tracks)).font(.title2).frame(maxWidth: .infinity, alignment: .leading)
                        .accessibilityAddTraits(.isHeader)
                    ForEach(shown.tracks, id: \.key) { TrackRow(track: $0) }
                }
            }
            .padding()
        }
    }
}

private struct ContinueCard: View {
    let last: WayStanding
    @Environment(\.say) private var say

    var body: some View {
        NavigationLink(value: last.way.screen) {
            HStack(spacing: 16) {
                Image(systemName: "play.fill").font(.title).accessibilityHidden(true)
                VStack(alignment: .leading) {
                    Text(say(.goOn)).font(.subheadline)
                    Text(last.name).font(.headline)
                    Text(say(.atDistance(say.words.distance(metres: last.standing.alongM))))
                }
                .frame(maxWidth: .infinity, alignment: .leading)
            }
            .padding()
            .background(.tint.opacity(0.15), in: RoundedRectangle(cornerRadius: 16))
        }
        .buttonStyle(.plain)
    }
}

private struct RouteCardView: View {
    let card: RouteCard
    let model: RoutesModel
    @Environment(\.say) private var say
    @Environment(\.colorScheme) private var scheme
    @State private var cover: Sketch?

    var body: some View {
        NavigationLink(value: card.id) {
            VStack(alignment: .leading, spacing: 8) {
                Cover(sketch: cover)
                VStack(alignment: .leading, spacing: 8) {
                    Text(card.listing.name).font(.title3.bold()).accessibilityAddTraits(.isHeader)
                    Text(card.told(say))
                    Modes(modes: card.listing.modes)
                    Text(say.words.exactness(indicativeShare: card.listing.indicativeShare))
                        .font(.subheadline).foregroundStyle(.secondary)
                }
                .padding([.horizontal, .bottom])
            }
            .multilineTextAlignment(.leading)
            .background(Color(uiColor: .secondarySystemBackground))
            .clipShape(RoundedRectangle(cornerRadius: 16))
        }
        .buttonStyle(.plain)
        .task(id: scheme) { cover = await model.cover(card, scheme.mapTheme) }
    }
}
