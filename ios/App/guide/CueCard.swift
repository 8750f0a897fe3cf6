// The newest thing that the guide said, above the map for a while; it scrolls where there is no room for all of it.
import RouteGuideKit
import SwiftUI

/// The newest cue, until it is old or put away.
struct CueCard: View {
    let model: GuideModel

    var body: some View {
        if let cue = model.newestCue {
            HStack(alignment: .top) {
                ViewThatFits(in: .vertical) {
                    words(cue)
                    ScrollView { words(cue) }
                }
                CloseButton(name: .guidePutAway) { model.putAway(cue) }
            }
            .padding()
            .background(.thickMaterial, in: RoundedRectangle(cornerRadius: 12))
            .padding(8)
            .task(id: cue) { await model.putAwayWhenOld(cue) }
        }
    }

    private func words(_ cue: NewestCue) -> some View {
        Text(cue.text)
            .font(cue.isStory ? .body : .title3.bold())
            .frame(maxWidth: .infinity, alignment: .leading)
    }
}
