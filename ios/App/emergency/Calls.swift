// The numbers to call, large enough for cold hands, and what became of the last thing the traveller did on this screen.
import Accessibility
import RouteGuideKit
import SwiftUI

/// The numbers. A call is always confirmed by the traveller: the phone asks.
struct Calls: View {
    let model: EmergencyModel

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            if let notice = model.notice { Notice(notice: notice, model: model) }
            switch model.numbers.answer {
            case .given(let numbers): ForEach(numbers) { CallButton(number: $0, model: model) }
            case .refused(let said): Text(said.text)
            case nil: EmptyView()
            }
        }
        .task { await model.numbers.follow() }
    }
}

private struct CallButton: View {
    let number: EmergencyNumber
    let model: EmergencyModel
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Button {
                guard let address = number.address else { return }
                openURL(address) { model.called($0) }
            } label: {
                Label(number.number, systemImage: "phone.fill")
                    .font(.largeTitle.bold())
                    .frame(maxWidth: .infinity)
            }
            .buttonStyle(.borderedProminent)
            .controlSize(.large)
            .tint(.red)
            .accessibilityLabel(say(.emergencyCall(number.number)))
            if let note = number.note { Text(note).font(.subheadline).foregroundStyle(.secondary) }
        }
    }
}

private struct Notice: View {
    let notice: Phrase
    let model: EmergencyModel
    @Environment(\.say) private var say

    var body: some View {
        HStack {
            Text(say(notice)).frame(maxWidth: .infinity, alignment: .leading)
            CloseButton { model.seen() }
        }
        .onAppear { announce(notice) }
        .onChange(of: notice) { _, now in announce(now) }
    }

    private func announce(_ notice: Phrase) {
        AccessibilityNotification.Announcement(say(notice)).post()
    }
}
