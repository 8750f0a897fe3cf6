// The newest thing that the guide said, above all else for a while.
import RouteGuideKit
import SwiftUI

/// How high a cue may be before it scrolls: what comes stays in sight below it.
private let highest = 220.0

/// The newest cue, until it is old or put away.
struct CueCard: View {
    let model: GuideModel
    @Environment(\.say) private var say

    var body: some View {
        if let cue = model.newestCue {
            HStack(alignment: .top) {
                ViewThatFits(in: .vertical) {
                    words(cue)
                    ScrollView { words(cue) }
                }
                Button(say(.guidePutAway), systemImage: "xmark") { model.putAway(cue) }
                    .labelStyle(.iconOnly)
                    .frame(minWidth: 44, minHeight: 44)
            }
            .padding()
            .frame(maxWidth: .infinity, maxHeight: highest)
            .fixedSize(horizontal: false, vertical: true)
            .background(.regularMaterial)
            .task(id: cue) { await model.putAwayWhenOld(cue) }
        }
    }

    private func words(_ cue: NewestCue) -> some View {
        Text(cue.text)
            .font(cue.isStory ? .body : .title3.bold())
            .frame(maxWidth: .infinity, alignment: .leading)
    }
}
