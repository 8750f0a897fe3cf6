/*
 * What a traveller under way can do: wait, go on, end; and in the bar on top hear cues or not, read them again, get help.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.app.R
import routeguide.app.parts

/** As wide as the longest of their words. */
private val LARGE = 150.dp

/** The two main buttons. Ending asks once, as a recording ends with it. */
@Composable
fun RideButtons(ride: Ride, model: GuideModel, end: () -> Unit) {
    var asks by rememberSaveable { mutableStateOf(false) }
    Surface(color = MaterialTheme.colorScheme.surfaceContainer) {
        FlowRow(
            Modifier.windowInsetsPadding(WindowInsets.safeDrawing.only(WindowInsetsSides.Bottom))
                .padding(horizontal = 16.dp, vertical = 8.dp),
            Arrangement.spacedBy(16.dp),
            Arrangement.spacedBy(8.dp),
        ) {
            // Large letters want a line for each.
            val large = Modifier.weight(1f).widthIn(min = LARGE * LocalDensity.current.fontScale).heightIn(min = 64.dp)
            if (ride.isPaused) {
                Button({ model.resume() }, large) { Labelled(R.drawable.ic_play, R.string.resume) }
            } else {
                FilledTonalButton({ model.pause() }, large) { Labelled(R.drawable.ic_pause, R.string.pause) }
            }
            Button(
                { asks = true },
                large,
                colors = ButtonDefaults.buttonColors(
                    MaterialTheme.colorScheme.error,
                    MaterialTheme.colorScheme.onError,
                ),
            ) { Labelled(R.drawable.ic_stop, R.string.stop) }
        }
    }
    if (asks) Ending(ride.recording != null, onNot = { asks = false }) {
        asks = false
        end()
    }
}

@Composable
private fun Labelled(icon: Int, label: Int) {
    Icon(painterResource(icon), null)
    Spacer(Modifier.width(8.dp))
    Text(stringResource(label), textAlign = TextAlign.Center, style = MaterialTheme.typography.titleMedium)
}

@Composable
private fun Ending(isRecorded: Boolean, onNot: () -> Unit, onEnd: () -> Unit) = AlertDialog(
    onDismissRequest = onNot,
    title = { Text(stringResource(R.string.guide_end)) },
    text = { Text(stringResource(if (isRecorded) R.string.guide_end_recorded else R.string.guide_end_unrecorded)) },
    confirmButton = { TextButton(onEnd) { Text(stringResource(R.string.stop)) } },
    dismissButton = { TextButton(onNot) { Text(stringResource(R.string.guide_end_not)) } },
)

/** What the bar on top offers. */
@Composable
fun GuideActions(model: GuideModel, onCues: () -> Unit, onHelp: () -> Unit) {
    val settings by LocalContext.current.parts.home.settings.collectAsStateWithLifecycle()
    val speaks = settings?.voice == true
    IconButton({ model.speak(!speaks) }) {
        Icon(
            painterResource(if (speaks) R.drawable.ic_voice else R.drawable.ic_voice_off),
            stringResource(if (speaks) R.string.guide_voice_off else R.string.guide_voice_on),
        )
    }
    IconButton(onCues) { Icon(painterResource(R.drawable.ic_sms), stringResource(R.string.guide_cues)) }
    IconButton(onHelp) { Icon(painterResource(R.drawable.ic_info), stringResource(R.string.guide_help)) }
}
