// How the ride stands, below the map: the stage and the route, the recording, the stops that come.
import RouteGuideKit
import SwiftUI

/// How far the stage and the route are done, and what was recorded.
struct RideLines: View {
    let ride: Ride
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading, spacing: 16) {
            if let line = ride.stageLine(say) {
                VStack(alignment: .leading, spacing: 6) {
                    if let stage = line.stage { Text(stage).font(.headline) }
                    // What it shows stands in words below.
                    ProgressView(value: line.share).accessibilityHidden(true)
                    Text(line.toGo)
                    Text(line.end)
                }
                .accessibilityElement(children: .combine)
            }
            Label(ride.recordingLine(say), systemImage: "point.topleft.down.to.point.bottomright.curvepath")
        }
        .padding()
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}

/// The stops that come, as a list: what the map shows, for those who do not see it or have no hand free for it.
struct StopsAhead: View {
    let lines: [StopLine]
    let rotor: Namespace.ID
    let onStop: (String) -> Void
    @Environment(\.say) private var say

    var body: some View {
        if !lines.isEmpty {
            VStack(alignment: .leading, spacing: 0) {
                Text(say(.guideStopsAhead)).font(.title3.bold()).accessibilityAddTraits(.isHeader)
                ForEach(lines) { line in
                    Divider()
                    Button {
                        onStop(line.id)
                    } label: {
                        VStack(alignment: .leading) {
                            Text(line.name).font(.headline)
                            Text(line.distance)
                        }
                        .frame(maxWidth: .infinity, minHeight: 56, alignment: .leading)
                        .contentShape(Rectangle())
                    }
                    .buttonStyle(.plain)
                    .accessibilityRotorEntry(id: line.id, in: rotor)
                }
            }
            .padding()
        }
    }
}
