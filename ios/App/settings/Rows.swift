// The rows that settings are made of: a switch, a choice among a few, a text that may lead elsewhere.
import RouteGuideKit
import SwiftUI

/// The way to help, above everything else.
struct EmergencyRow: View {
    @Environment(\.say) private var say

    var body: some View {
        NavigationLink(value: Screen.emergency) {
            Label {
                VStack(alignment: .leading) {
                    Text(say(.emergencyTitle)).font(.headline)
                    Text(say(.settingsEmergencyText))
                }
            } icon: {
                Image(systemName: "sos")
            }
            .padding(.vertical, 8)
        }
        .listRowBackground(Color.red.opacity(0.2))
    }
}

/// Something that is on or off.
struct SwitchRow: View {
    let icon: String
    let title: Phrase
    let text: Phrase
    @Binding var isOn: Bool

    var body: some View {
        Toggle(isOn: $isOn) { TextRow(icon: icon, title: title, text: text) }
    }
}

/// Something to read.
struct TextRow: View {
    let icon: String
    let title: Phrase
    let text: Phrase
    @Environment(\.say) private var say

    var body: some View {
        Label {
            VStack(alignment: .leading) {
                Text(say(title))
                Text(say(text)).font(.subheadline).foregroundStyle(.secondary)
            }
        } icon: {
            Image(systemName: icon)
        }
    }
}

/// One of a few.
struct ChoiceRow<Value: Hashable & Sendable>: View {
    let icon: String
    let title: Phrase
    let options: [Option<Value>]
    @Binding var chosen: Value
    @Environment(\.say) private var say

    var body: some View {
        Picker(selection: $chosen) {
            ForEach(options) { Text($0.text).tag($0.value) }
        } label: {
            Label(say(title), systemImage: icon)
        }
    }
}
