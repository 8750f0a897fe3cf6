// What came of files that were handed in, and of links that lead nowhere.
import Accessibility
import RouteGuideKit
import SwiftUI

/// What came of files.
struct Told: View {
    let outcome: Outcome
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        List {
            let lines = outcome.lines(say)
            if !lines.isEmpty {
                Section { ForEach(lines, id: \.self) { Text($0) } }
            }
            ForEach(outcome.joinable, id: \.self) { joinable in
                Section {
                    JoinOffer(text: .incomingJoinable(joinable.name)) { Task { await arrivals.join(joinable) } }
                }
            }
            ForEach(outcome.restored(say), id: \.self) { part in
                Section(part.title ?? "") { ForEach(part.lines, id: \.self) { Text($0) } }
            }
            if let title = outcome.refusedTitle {
                Section(say(title)) {
                    ForEach(outcome.refused.indices, id: \.self) { RefusalRow(refusal: outcome.refused[$0]) }
                }
            }
            if let title = outcome.remarksTitle { Remarks(title: title, outcome: outcome) }
        }
        .navigationTitle(say(outcome.title))
        .navigationBarTitleDisplayMode(.inline)
        .toolbar {
            ToolbarItem(placement: .cancellationAction) { Button(say(.close)) { arrivals.answer(true) } }
            if outcome.leadsSomewhere {
                ToolbarItem(placement: .confirmationAction) {
                    Button(say(.incomingShow)) { arrivals.show(outcome) }
                }
            }
        }
        .onAppear { AccessibilityNotification.Announcement(say(outcome.title)).post() }
    }
}

private struct Remarks: View {
    let title: Phrase
    let outcome: Outcome
    @Environment(\.say) private var say

    var body: some View {
        if outcome.hasManyRemarks {
            DisclosureGroup(say(title)) { lines }
        } else {
            Section(say(title)) { lines }
        }
    }

    private var lines: some View { ForEach(outcome.remarks(say), id: \.self) { Text($0) } }
}

private struct RefusalRow: View {
    let refusal: Refusal
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(refusal.file).font(.headline)
            Text(refusal.told(say))
        }
    }
}

/// A link led nowhere.
struct BadLink: View {
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        List { Text(say(.incomingBadLink)) }
            .toolbar {
                ToolbarItem(placement: .cancellationAction) { Button(say(.close)) { arrivals.answer(true) } }
            }
    }
}
