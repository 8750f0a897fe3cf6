// The settings, from the top: help in an emergency, how the app speaks and looks, what the guide does, what is kept, and
// what the app is made of.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// The settings.
struct SettingsScreen: View {
    @Environment(\.say) private var say
    @State private var model: SettingsModel?

    var body: some View {
        Modelled($model, SettingsModel.init) { SettingsForm(model: $0) }
            .navigationTitle(say(.settings))
    }
}

private struct SettingsForm: View {
    @Bindable var model: SettingsModel

    var body: some View {
        Form {
            EmergencyRow()
            if let chosen = Binding($model.chosen) {
                Speaking(model: model, chosen: chosen)
                Looks(model: model, chosen: chosen)
                GuideSettings(model: model, chosen: chosen)
                Kept(model: model, chosen: chosen)
            }
            About(model: model)
        }
        .trouble(of: model.wishes)
        .task { await model.hasDamage.follow() }
    }
}

private struct Speaking: View {
    let model: SettingsModel
    @Binding var chosen: TravellerSettings
    @Environment(\.say) private var say
    @Environment(\.scenePhase) private var phase

    var body: some View {
        Section(say(.settingsSpeech)) {
            ChoiceRow(icon: "globe", title: .settingsLanguage, options: say.languages, chosen: $chosen.language)
            ChoiceRow(icon: "ruler", title: .settingsUnits, options: say.units, chosen: $chosen.units)
            SwitchRow(icon: "speaker.wave.2", title: .settingsVoice, text: .settingsVoiceText, isOn: $chosen.voice)
            ForEach(model.voiceLines(say), id: \.self) { Text($0).font(.subheadline).foregroundStyle(.secondary) }
        }
        // Also after a voice was added in the phone's settings.
        .task(id: Heard(language: say.language, isActive: phase == .active)) { model.askForVoice() }
    }
}

private struct Heard: Hashable {
    let language: String
    let isActive: Bool
}

private struct Looks: View {
    @Bindable var model: SettingsModel
    @Binding var chosen: TravellerSettings
    @Environment(\.say) private var say

    var body: some View {
        Section(say(.settingsLooks)) {
            ChoiceRow(
                icon: "circle.lefthalf.filled", title: .settingsTheme, options: say.themes, chosen: $chosen.theme)
            ChoiceRow(icon: "map", title: .map, options: say.drawings, chosen: $chosen.mapStyle)
            SwitchRow(
                icon: "location.north.circle", title: .settingsCourseUp, text: .settingsCourseUpText,
                isOn: $model.choice.courseUp)
            TextRow(icon: "textformat.size", title: .settingsTextSize, text: .settingsTextSizeText)
        }
    }
}

private struct Kept: View {
    let model: SettingsModel
    @Binding var chosen: TravellerSettings
    @Environment(\.say) private var say

    var body: some View {
        Section(say(.settingsKept)) {
            NavigationLink(value: Screen.bundles) {
                TextRow(icon: "shippingbox", title: .bundles, text: model.bundlesText)
            }
            NavigationLink(value: Screen.backup) {
                TextRow(icon: "externaldrive", title: .backup, text: .settingsBackupText)
            }
            ChoiceRow(
                icon: "trash", title: .settingsBin, options: say.binDays(now: chosen.binDays),
                chosen: $chosen.binDays)
        }
    }
}

private struct About: View {
    let model: SettingsModel
    @Environment(\.say) private var say

    var body: some View {
        Section {
            NavigationLink(value: Screen.licences) {
                TextRow(icon: "doc.text", title: .licences, text: .settingsLicencesText)
            }
        } header: {
            Text(say(.settingsAbout))
        } footer: {
            Text(say(.settingsVersion(model.version)))
        }
    }
}
