/*
 * The rows that settings are made of: a switch, a choice among a few, a text that may lead elsewhere.
 */
package routeguide.app.settings

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.Icon
import androidx.compose.material3.ListItem
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.app.R
import routeguide.app.guide.VoiceState
import routeguide.app.shared.openVoiceSettings
import java.util.Locale

/** The way to help, above everything else. */
@Composable
fun Emergency(onClick: () -> Unit) {
    Surface(
        onClick,
        Modifier.fillMaxWidth().padding(16.dp),
        shape = MaterialTheme.shapes.large,
        color = MaterialTheme.colorScheme.errorContainer,
    ) {
        Row(Modifier.heightIn(min = 72.dp).padding(16.dp), Arrangement.spacedBy(16.dp), Alignment.CenterVertically) {
            Icon(painterResource(R.drawable.ic_emergency), null)
            Column(Modifier.weight(1f)) {
                Text(stringResource(R.string.emergency_title), style = MaterialTheme.typography.titleMedium)
                Text(stringResource(R.string.settings_emergency_text))
            }
        }
    }
}

/** The heading of what belongs together. */
@Composable
fun Section(title: Int): Unit = Text(
    stringResource(title),
    Modifier.padding(start = 16.dp, end = 16.dp, top = 24.dp, bottom = 4.dp).semantics { heading() },
    color = MaterialTheme.colorScheme.primary,
    style = MaterialTheme.typography.titleMedium,
)

/** Something that is on or off. */
@Composable
fun SwitchRow(icon: Int, title: Int, text: Int, isOn: Boolean, onChange: (Boolean) -> Unit): Unit = ListItem(
    { Text(stringResource(title)) },
    Modifier.toggleable(isOn, role = Role.Switch, onValueChange = onChange),
    supportingContent = { Text(stringResource(text)) },
    leadingContent = { Icon(painterResource(icon), null) },
    trailingContent = { Switch(isOn, null) },
)

/** Something to read; where it leads elsewhere, a tap leads there. */
@Composable
fun TextRow(icon: Int, title: Int, text: Int, onClick: (() -> Unit)? = null): Unit = ListItem(
    { Text(stringResource(title)) },
    if (onClick == null) Modifier else Modifier.clickable(role = Role.Button, onClick = onClick),
    supportingContent = { Text(stringResource(text)) },
    leadingContent = { Icon(painterResource(icon), null) },
)

/** One of a few. */
@Composable
fun <T> ChoiceRow(icon: Int, title: Int, options: List<Option<T>>, chosen: T, onChoose: (T) -> Unit) {
    var isOpen by rememberSaveable { mutableStateOf(false) }
    ListItem(
        { Text(stringResource(title)) },
        Modifier.clickable(role = Role.Button) { isOpen = true },
        supportingContent = { Text(options.firstOrNull { it.value == chosen }?.text.orEmpty()) },
        leadingContent = { Icon(painterResource(icon), null) },
    )
    if (isOpen) {
        ChoiceDialog(title, options, chosen, { isOpen = false }) {
            isOpen = false
            onChoose(it)
        }
    }
}

@Composable
private fun <T> ChoiceDialog(
    title: Int,
    options: List<Option<T>>,
    chosen: T,
    onClose: () -> Unit,
    onChoose: (T) -> Unit,
) = AlertDialog(
    onDismissRequest = onClose,
    title = { Text(stringResource(title)) },
    text = {
        Column(Modifier.verticalScroll(rememberScrollState()).selectableGroup()) {
            for (option in options) {
                Row(
                    Modifier.fillMaxWidth().heightIn(min = 56.dp)
                        .selectable(option.value == chosen, role = Role.RadioButton) { onChoose(option.value) },
                    Arrangement.spacedBy(16.dp),
                    Alignment.CenterVertically,
                ) {
                    RadioButton(option.value == chosen, null)
                    Text(option.text, style = MaterialTheme.typography.bodyLarge)
                }
            }
        }
    },
    confirmButton = { TextButton(onClose) { Text(stringResource(R.string.close)) } },
)

/** Whether this phone can say the cues in a language, and where a voice is to be had. */
@Composable
fun VoiceLine(voice: VoiceState, language: String) {
    val context = LocalContext.current
    val text = when (voice) {
        VoiceState.IDLE, VoiceState.PREPARING -> stringResource(R.string.settings_voice_looking)
        VoiceState.READY -> stringResource(R.string.settings_voice_ready)
        VoiceState.LANGUAGE_MISSING -> stringResource(R.string.settings_voice_missing, ownName(language))
        VoiceState.NONE -> stringResource(R.string.settings_voice_none)
    }
    Column(Modifier.padding(start = 56.dp, end = 16.dp)) {
        Text(text, style = MaterialTheme.typography.bodyMedium)
        if (voice == VoiceState.LANGUAGE_MISSING || voice == VoiceState.NONE) {
            TextButton(context::openVoiceSettings) { Text(stringResource(R.string.settings_voice_open)) }
        }
    }
}

private fun ownName(language: String) = Locale.forLanguageTag(language).let { it.getDisplayLanguage(it) }
