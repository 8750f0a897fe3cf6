// The map under way, with what turns it and brings it back to the traveller, and on it what was said last.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// How much of the map a cue may cover: the traveller stays in sight below it.
private let cueShare = 0.5

/// The map that follows the ride.
struct GuideMap: View {
    let ride: Ride
    let model: GuideModel
    let onStop: (String) -> Void
    @Environment(\.colorScheme) private var scheme
    @Environment(\.say) private var say

    private var ground: GuideGround { model.ground }

    var body: some View {
        ZStack(alignment: .bottomTrailing) {
            if let said = ground.trouble {
                Problem(said: said)
            } else if let sight = ground.sight {
                MapPane(sight: sight, onMoved: { ground.moved() }, onTap: { tapped($0) })
                buttons
            } else {
                Color.clear
            }
        }
        .overlay {
            GeometryReader { room in
                CueCard(model: model).frame(maxHeight: room.size.height * cueShare, alignment: .top)
            }
        }
        .task(id: Wanted(way: ride.way, theme: scheme.mapTheme)) { await ground.follow(ride.way, scheme.mapTheme) }
    }

    private var buttons: some View {
        VStack(alignment: .trailing, spacing: 12) {
            Button(
                say(ground.isCourseUp ? .guideNorthUp : .guideCourseUp),
                systemImage: ground.isCourseUp ? "location.north" : "location.north.line"
            ) { ground.turn() }
            .labelStyle(.iconOnly)
            if !ground.follows {
                Button(say(.guideFollow), systemImage: "location.fill") { ground.followAgain() }
            }
        }
        .buttonStyle(.borderedProminent)
        .controlSize(.large)
        .padding(12)
    }

    private func tapped(_ tapped: Tapped) {
        if case .stop(_, let stop) = tapped { onStop(stop) }
    }
}

private struct Wanted: Hashable {
    let way: Way
    let theme: MapTheme
}
