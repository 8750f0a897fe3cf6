// What the guide does, as far as it can be chosen; and the way to what only the phone's own settings can change.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// What the guide does; a section of a form.
struct GuideSettings: View {
    @Bindable var model: SettingsModel
    @Binding var chosen: TravellerSettings
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL

    var body: some View {
        Section(say(.guide)) {
            ChoiceRow(
                icon: "exclamationmark.triangle", title: .settingsOffRoute,
                options: say.offRoute(now: chosen.offRouteAlarmM), chosen: $chosen.offRouteAlarmM)
            ChoiceRow(
                icon: "flag", title: .settingsStopAhead, options: say.stopAhead(now: chosen.stopAheadM),
                chosen: $chosen.stopAheadM)
            SwitchRow(
                icon: "record.circle", title: .settingsRecord, text: .settingsRecordText, isOn: $model.choice.record)
            SwitchRow(
                icon: "iphone.radiowaves.left.and.right", title: .settingsVibrate, text: .settingsVibrateText,
                isOn: $model.choice.vibrate)
            SwitchRow(
                icon: "sun.max", title: .settingsScreenOn, text: .settingsScreenOnText,
                isOn: $model.choice.screenOn)
            TextRow(icon: "battery.100percent", title: .settingsBattery, text: .settingsBatteryText)
            Button {
                openURL(.settingsOfThisApp)
            } label: {
                TextRow(icon: "gearshape", title: .guideHelpOpenApp, text: .settingsAppText)
            }
            .foregroundStyle(.primary)
        }
    }
}
