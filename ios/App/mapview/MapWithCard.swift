// The map with what lies on it: the button that shows where the traveller is, and the card of what they tapped.
import Accessibility
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The map, and what was tapped on it.
struct MapWithCard: View {
    let model: MapModel
    let ground: MapGround

    /// Whether the list beside it says already why the traveller's place is not known.
    let isBesideList: Bool

    var body: some View {
        ZStack(alignment: .bottomTrailing) {
            if let camera = model.camera(ground) {
                BundleMap(subject: ground.subject(model.choice), camera: camera, live: model.live) { model.tap($0) }
            }
            // The largest letters may need more than the map's height.
            ViewThatFits(in: .vertical) {
                onTop
                ScrollView { onTop }
            }
            .padding(.horizontal)
            // Clear of the line that says whose ground it is.
            .padding(.bottom, 28)
        }
    }

    private var onTop: some View {
        VStack(alignment: .trailing, spacing: 8) {
            WhereAmI(model: model)
            if isShortcomingSaid { ShortcomingLine(whereabouts: model.whereabouts).modifier(OnTheMap()) }
            switch model.spot {
            case .given(let spot?): SpotCard(spot: spot) { model.tap(nil) }
            case .refused(let said): Text(said.text).modifier(OnTheMap())
            case .given(nil), nil: EmptyView()
            }
        }
    }

    private var isShortcomingSaid: Bool {
        model.whereabouts.here.shortcoming != nil && !(isBesideList && model.nearby == nil)
    }
}

// Says what it does until it is known; then it leaves the map to the map.
private struct WhereAmI: View {
    let model: MapModel
    @Environment(\.say) private var say

    var body: some View {
        Button {
            model.asking.begin()
        } label: {
            if model.isAsked || model.spot != nil {
                Label(say(.mapviewWhereAmI), systemImage: "location").labelStyle(.iconOnly)
            } else {
                Label(say(.mapviewWhereAmI), systemImage: "location")
            }
        }
        .buttonStyle(.borderedProminent)
        .controlSize(.large)
    }
}

private struct SpotCard: View {
    let spot: Spot
    let close: @MainActor () -> Void
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            HStack(alignment: .top, spacing: 12) {
                Image(systemName: spot.thing.icon).font(.title3).accessibilityHidden(true)
                VStack(alignment: .leading) {
                    Text(spot.name).font(.headline)
                    Text(spot.told(say)).font(.subheadline).foregroundStyle(.secondary)
                }
                .frame(maxWidth: .infinity, alignment: .leading)
                .accessibilityElement(children: .combine)
                CloseButton(action: close)
            }
            NavigationLink(say(.mapviewOpen), value: spot.screen).buttonStyle(.borderedProminent).controlSize(.large)
                .frame(maxWidth: .infinity, alignment: .trailing)
        }
        .modifier(OnTheMap())
        .onAppear { announce(spot) }
        .onChange(of: spot.id) { announce(spot) }
    }

    private func announce(_ spot: Spot) {
        AccessibilityNotification.Announcement("\(spot.name), \(spot.told(say))").post()
    }
}

private struct OnTheMap: ViewModifier {
    func body(content: Content) -> some View {
        content
            .padding()
            .background(.regularMaterial, in: RoundedRectangle(cornerRadius: 16))
            .frame(maxWidth: 480)
    }
}
