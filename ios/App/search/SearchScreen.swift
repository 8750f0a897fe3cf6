// Search: a field that is ready to be typed into, and below it what is found, in groups.
import Accessibility
import RouteGuideKit
import SwiftUI

/// The search screen.
struct SearchScreen: View {
    @Environment(\.say) private var say
    @State private var model: SearchModel?

    var body: some View {
        Modelled($model, SearchModel.init) { SearchPage(model: $0) }
            .navigationTitle(say(.search))
    }
}

private struct SearchPage: View {
    @Bindable var model: SearchModel
    @Environment(\.say) private var say
    @State private var isTyping = false

    var body: some View {
        ZStack {
            switch model.findings {
            case .given(let findings): FindingsList(findings: findings)
            case .refused(let said): Problem(said: said)
            case nil: SearchHint()
            }
        }
        .searchable(
            text: $model.text, isPresented: $isTyping, placement: .navigationBarDrawer(displayMode: .always),
            prompt: Text(say(.searchLabel))
        )
        // Names are no words of a dictionary.
        .autocorrectionDisabled()
        .textInputAutocapitalization(.never)
        // Whoever comes back from what they found wants to see the rest of it.
        .onAppear { if model.text.isEmpty { isTyping = true } }
        .task(id: model.sought) { await model.find() }
    }
}

private struct FindingsList: View {
    let findings: Findings
    @Environment(\.say) private var say

    var body: some View {
        List {
            Section {
                if findings.count == 0 { Text(say(.searchAdvice)) }
            } header: {
                Text(say(findings.told)).font(.headline).textCase(nil)
            }
            ForEach(findings.groups) { group in
                Section(say(group.kind.name)) {
                    ForEach(group.findings, id: \.self) { FindingRow(finding: $0) }
                }
            }
        }
        .scrollDismissesKeyboard(.immediately)
        .onAppear { announce() }
        .onChange(of: findings) { announce() }
    }

    private func announce() {
        AccessibilityNotification.Announcement(say(findings.told)).post()
    }
}
