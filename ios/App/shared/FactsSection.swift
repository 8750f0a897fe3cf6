// What texts rest on: facts with who says so, what nobody has checked yet, whom to name.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// Facts and what else a page rests on, closed until they are asked for; a section of a list.
struct FactsSection<Others: View>: View {
    let facts: [Fact]
    @ViewBuilder let others: () -> Others
    @Environment(\.say) private var say

    var body: some View {
        Section {
            DisclosureGroup {
                Remark(say(.factsNoted))
                ForEach(facts.bySource, id: \.self) { sourced in
                    VStack(alignment: .leading, spacing: 4) {
                        ForEach(sourced.lines, id: \.self) { Text($0).textSelection(.enabled) }
                        if let source = sourced.source { Remark(say(.sourceLine(source))) }
                    }
                }
                others()
            } label: {
                Text(say(.factsAndSources)).font(.headline).accessibilityAddTraits(.isHeader)
            }
        }
    }
}

/// A remark or a source; its web addresses can be tapped.
struct Remark: View {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var body: some View {
        Text(linked(text)).font(.subheadline).foregroundStyle(.secondary).textSelection(.enabled)
    }
}

/// From whom a part of a bundle is, under which terms, and where to read more.
struct CreditView: View {
    let attribution: Attribution

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(attribution.what).font(.subheadline.bold())
            Remark(attribution.told)
        }
    }
}

/// What nobody has checked yet; nothing where all of it is.
struct Unverified: View {
    let marks: [String]
    @Environment(\.say) private var say

    var body: some View {
        if let told = say.unverified(marks) { Label(told, systemImage: "questionmark.circle") }
    }
}
