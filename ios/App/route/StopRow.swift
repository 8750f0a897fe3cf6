// A route's stages, and the stops on them in order.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// What a stage is about.
struct StageHead: View {
    let day: Day
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            VStack(alignment: .leading) {
                Text(say(.stageNumber(day.number))).font(.subheadline).foregroundStyle(.tint)
                Text(day.stage.name).font(.title3.bold())
            }
            .accessibilityElement(children: .combine)
            .accessibilityAddTraits(.isHeader)
            HStack(spacing: 16) {
                Text(day.length(say)).font(.headline)
                Modes(modes: day.modes)
            }
            Text(day.stage.summary).font(.subheadline.bold())
            Text(day.stage.description).textSelection(.enabled)
        }
    }
}

/// A stop in its place on the route.
struct StopRow: View {
    let on: StopOnRoute
    let model: RouteModel
    @Environment(\.say) private var say
    @Environment(\.parts) private var parts

    var body: some View {
        NavigationLink(value: model.screen(on)) {
            Label {
                VStack(alignment: .leading, spacing: 4) {
                    HStack {
                        Text(on.name).font(.headline)
                        if on.isFavourite {
                            Image(systemName: "star.fill").foregroundStyle(.tint).accessibilityLabel(say(.favourite))
                        }
                    }
                    ViewThatFits(in: .horizontal) {
                        HStack(spacing: 12) { told }
                        VStack(alignment: .leading, spacing: 4) { told }
                    }
                    StopMarksRow(marks: on.marks)
                }
            } icon: {
                Image(systemName: on.stop.category.icon)
            }
        }
        .swipeActions(edge: .leading) { favourite }
        .contextMenu {
            Button(say(.mapviewOpen), systemImage: "arrow.forward") {
                parts.navigator.open(model.screen(on))
            }
            Button(say(.copyCoordinates), systemImage: "doc.on.doc") {
                copy(say.words.position(position: on.stop.position).decimal, saying: say(.coordinatesCopied))
            }
            favourite
        }
    }

    @ViewBuilder private var told: some View {
        Text(on.told(say)).font(.subheadline).foregroundStyle(.secondary)
        Modes(modes: on.modes).font(.subheadline)
    }

    private var favourite: some View {
        FavouriteButton(isFavourite: on.isFavourite) { await model.like(on, $0) }
    }
}
