// One thing that was found: what it is called, what it is, how far away, and why it was found where its name does not say.
import RouteGuideKit
import SwiftUI

/// A line of what was found.
struct FindingRow: View {
    let finding: Finding
    @Environment(\.say) private var say

    var body: some View {
        NavigationLink(value: finding.screen) {
            Label {
                VStack(alignment: .leading, spacing: 2) {
                    Text(finding.found.name)
                    Group {
                        Text(finding.told(say)).foregroundStyle(.secondary)
                        if let also = finding.alsoCalled { Text(say(also)) }
                        if let quote = finding.quote { Quoted(quote: quote) }
                    }
                    .font(.subheadline)
                    if finding.found.corrected {
                        Text(say(.searchCorrected)).font(.footnote).foregroundStyle(.secondary)
                    }
                }
            } icon: {
                Image(systemName: finding.found.thing.icon)
            }
        }
    }
}

private struct Quoted: View {
    let quote: Quote

    var body: some View {
        (Text(quote.before) + Text(quote.word).bold() + Text(quote.after)).italic()
    }
}
