// The ways to set out on a route, within a thumb's reach.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The main actions of a route's screen.
struct SetOutBar: View {
    let shown: RouteShown
    let model: RouteModel
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        let beginning = model.beginning(shown)
        HStack(spacing: 12) {
            Button {
                begin(beginning)
            } label: {
                Label {
                    VStack(alignment: .leading) {
                        Text(say(beginning.name)).font(.headline)
                        if let reached = beginning.reached(say) { Text(reached).font(.subheadline) }
                    }
                } icon: {
                    Image(systemName: beginning == .guide ? "location.north.line" : "play.fill")
                }
                .frame(maxWidth: .infinity, minHeight: 40)
            }
            .buttonStyle(.borderedProminent)
            if beginning != .guide {
                Menu {
                    ForEach(OtherStart.allCases, id: \.self) { OtherStartButton(other: $0, way: model.way) }
                } label: {
                    Label(say(.moreStarts), systemImage: "ellipsis")
                        .labelStyle(.iconOnly)
                        .frame(minWidth: 24, minHeight: 40)
                }
                .buttonStyle(.bordered)
            }
        }
        .padding(.horizontal)
        .padding(.vertical, 8)
        .background(.bar)
        // Larger ones would cover the page above.
        .dynamicTypeSize(...DynamicTypeSize.accessibility1)
    }

    private func begin(_ beginning: Beginning) {
        if let departure = beginning.departure {
            Task { await parts.settingOut.setOut(model.way, reversed: false, departure: departure) }
        } else {
            parts.navigator.openGuide()
        }
    }
}

private struct OtherStartButton: View {
    let other: OtherStart
    let way: Way
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        Button {
            Task { await parts.settingOut.setOut(way, reversed: other.isReversed, departure: other.departure) }
        } label: {
            Text(say(other.name))
            Text(say(other.why))
            Image(systemName: other.isReversed ? "arrow.uturn.backward" : "location")
        }
    }
}
