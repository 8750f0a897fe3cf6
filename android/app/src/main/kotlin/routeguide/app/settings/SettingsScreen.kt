/*
 * The settings, from the top: help in an emergency, how the app speaks and looks, what the guide does, what is kept, and
 * what the app is made of.
 */
package routeguide.app.settings

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.wrapContentWidth
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.LifecycleResumeEffect
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.TravellerSettings
import routeguide.app.R
import routeguide.app.home.value
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.TroubleSaid
import routeguide.app.shared.openBatterySettings

/** The settings. */
@Composable
fun SettingsScreen(open: (Screen) -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { SettingsModel(parts) }
    val notices = remember { SnackbarHostState() }
    val settings by model.settings.collectAsStateWithLifecycle()
    // Also after a voice was installed in the phone's settings.
    LifecycleResumeEffect(model, settings?.language) {
        model.askForVoice()
        onPauseOrDispose { }
    }
    TroubleSaid(model.wishes, notices)
    ScreenFrame(stringResource(R.string.settings), notices = notices) { padding ->
        val known = settings ?: return@ScreenFrame
        Column(
            Modifier.padding(padding).fillMaxSize().verticalScroll(rememberScrollState())
                .wrapContentWidth(Alignment.Start).widthIn(max = 840.dp),
        ) {
            Emergency { open(Screen.Emergency) }
            Speaking(model, known)
            Looks(model, known)
            Guiding(model, known)
            Kept(model, known, open)
            About(open)
        }
    }
}

@Composable
private fun Speaking(model: SettingsModel, settings: TravellerSettings) {
    val shown by model.shown.collectAsStateWithLifecycle()
    val voice by model.voice.collectAsStateWithLifecycle()
    Section(R.string.settings_speech)
    ChoiceRow(R.drawable.ic_language, R.string.settings_language, languages, settings.language) {
        model.choose { copy(language = it) }
    }
    ChoiceRow(R.drawable.ic_units, R.string.settings_units, units, settings.units) { model.choose { copy(units = it) } }
    SwitchRow(R.drawable.ic_voice, R.string.settings_voice, R.string.settings_voice_text, settings.voice) {
        model.choose { copy(voice = it) }
    }
    shown?.value?.let { if (settings.voice) VoiceLine(voice, it.language) }
}

@Composable
private fun Looks(model: SettingsModel, settings: TravellerSettings) {
    Section(R.string.settings_looks)
    val here by model.choice.collectAsStateWithLifecycle()
    ChoiceRow(R.drawable.ic_colours, R.string.settings_theme, themes, settings.theme) {
        model.choose { copy(theme = it) }
    }
    ChoiceRow(R.drawable.ic_map, R.string.map, drawings, settings.mapStyle) {
        model.choose { copy(mapStyle = it) }
    }
    SwitchRow(R.drawable.ic_course, R.string.settings_course_up, R.string.settings_course_up_text, here.courseUp) {
        model.chooseHere { copy(courseUp = it) }
    }
    TextRow(R.drawable.ic_letters, R.string.settings_text_size, R.string.settings_text_size_text)
}

@Composable
private fun Guiding(model: SettingsModel, settings: TravellerSettings) {
    val context = LocalContext.current
    Section(R.string.guide)
    val here by model.choice.collectAsStateWithLifecycle()
    val (alarmM, aheadM) = settings.offRouteAlarmM to settings.stopAheadM
    ChoiceRow(R.drawable.ic_warning, R.string.settings_off_route, offRoute(alarmM), alarmM) {
        model.choose { copy(offRouteAlarmM = it) }
    }
    ChoiceRow(R.drawable.ic_flag, R.string.settings_stop_ahead, stopAhead(aheadM), aheadM) {
        model.choose { copy(stopAheadM = it) }
    }
    SwitchRow(R.drawable.ic_tracks, R.string.settings_record, R.string.settings_record_text, here.record) {
        model.chooseHere { copy(record = it) }
    }
    SwitchRow(R.drawable.ic_vibrate, R.string.settings_vibrate, R.string.settings_vibrate_text, here.vibrate) {
        model.chooseHere { copy(vibrate = it) }
    }
    SwitchRow(R.drawable.ic_screen, R.string.settings_screen_on, R.string.settings_screen_on_text, here.screenOn) {
        model.chooseHere { copy(screenOn = it) }
    }
    TextRow(R.drawable.ic_battery, R.string.settings_battery, R.string.settings_battery_text) {
        context.openBatterySettings()
    }
}

@Composable
private fun Kept(model: SettingsModel, settings: TravellerSettings, open: (Screen) -> Unit) {
    val shown by model.shown.collectAsStateWithLifecycle()
    val bundles = if (shown?.value?.hasDamage == true) R.string.settings_damage else R.string.settings_bundles_text
    Section(R.string.settings_kept)
    TextRow(R.drawable.ic_bundle, R.string.bundles, bundles) { open(Screen.Bundles) }
    TextRow(R.drawable.ic_backup, R.string.backup, R.string.settings_backup_text) { open(Screen.Backup) }
    ChoiceRow(R.drawable.ic_delete, R.string.settings_bin, binDays(settings.binDays), settings.binDays) {
        model.choose { copy(binDays = it) }
    }
}

@Composable
private fun About(open: (Screen) -> Unit) {
    val context = LocalContext.current
    val version = remember { context.packageManager.getPackageInfo(context.packageName, 0).versionName.orEmpty() }
    Section(R.string.settings_about)
    TextRow(R.drawable.ic_file, R.string.licences, R.string.settings_licences_text) { open(Screen.Licences) }
    Text(
        stringResource(R.string.settings_version, version),
        Modifier.padding(horizontal = 16.dp, vertical = 12.dp),
        color = MaterialTheme.colorScheme.onSurfaceVariant,
    )
}

@Composable
private fun binDays(now: UInt): List<Option<UInt>> = (listOf(7u, 30u, 90u, 365u) + now).distinct().sorted().map {
    Option(it, pluralStringResource(R.plurals.days, it.toInt(), it.toInt()))
}
