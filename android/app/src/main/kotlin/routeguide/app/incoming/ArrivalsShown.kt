/*
 * Arrivals in words: that files are being read, whether a bundle is wanted, what came of it all.
 */
package routeguide.app.incoming

import android.text.format.Formatter
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.Installation
import routeguide.app.R
import routeguide.app.navigation.Screen

/** What arrives, above whatever is on the screen. */
@Composable
fun ArrivalsShown(arrivals: Arrivals, open: (Screen) -> Unit) {
    val arrival by arrivals.arrival.collectAsStateWithLifecycle()
    when (val shown = arrival) {
        null -> Unit
        is Arrival.Reading -> Reading(shown, arrivals::cancel)
        is Arrival.Asking -> Asking(shown, arrivals::answer)
        is Arrival.Told -> Told(shown.outcome, { arrivals.answer(true) }, open)
        Arrival.BadLink -> BadLink { arrivals.answer(true) }
    }
}

@Composable
private fun Reading(reading: Arrival.Reading, onCancel: () -> Unit) = AlertDialog(
    // Gone by a tap beside it, it would be as good as cancelled.
    onDismissRequest = {},
    confirmButton = { TextButton(onCancel) { Text(stringResource(R.string.cancel)) } },
    text = {
        Row(horizontalArrangement = Arrangement.spacedBy(24.dp), verticalAlignment = Alignment.CenterVertically) {
            CircularProgressIndicator()
            Text(
                if (reading.of == 1) {
                    stringResource(R.string.incoming_reading)
                } else {
                    stringResource(R.string.incoming_reading_many, reading.number, reading.of)
                },
            )
        }
    },
)

@Composable
private fun Asking(asking: Arrival.Asking, answer: (Boolean) -> Unit) = AlertDialog(
    onDismissRequest = { answer(false) },
    title = { Text(stringResource(R.string.incoming_install_title)) },
    text = {
        val size = Formatter.formatShortFileSize(LocalContext.current, asking.bytes)
        Text(
            stringResource(R.string.incoming_install_text, asking.name, size),
            Modifier.verticalScroll(rememberScrollState()),
        )
    },
    confirmButton = { TextButton({ answer(true) }) { Text(stringResource(R.string.incoming_install)) } },
    dismissButton = { TextButton({ answer(false) }) { Text(stringResource(R.string.cancel)) } },
)

@Composable
private fun BadLink(onClose: () -> Unit) = AlertDialog(
    onDismissRequest = onClose,
    text = { Text(stringResource(R.string.incoming_bad_link)) },
    confirmButton = { TextButton(onClose) { Text(stringResource(R.string.close)) } },
)

@Composable
private fun Told(outcome: Outcome, onClose: () -> Unit, open: (Screen) -> Unit) {
    val leads = leadsTo(outcome)
    AlertDialog(
        onDismissRequest = onClose,
        title = { Text(stringResource(if (outcome.isIn) R.string.incoming_done else R.string.incoming_not_done)) },
        text = {
            Column(
                Modifier.verticalScroll(rememberScrollState()).semantics { liveRegion = LiveRegionMode.Polite },
                Arrangement.spacedBy(12.dp),
            ) { Lines(outcome) }
        },
        confirmButton = {
            if (leads != null) {
                TextButton({ onClose().also { open(leads) } }) { Text(stringResource(R.string.incoming_show)) }
            }
        },
        dismissButton = { TextButton(onClose) { Text(stringResource(R.string.close)) } },
    )
}

private val Outcome.isIn get() = brought.isNotEmpty() || known.isNotEmpty() || installed.isNotEmpty()

private fun leadsTo(outcome: Outcome): Screen? {
    val tracks = outcome.brought.ifEmpty { outcome.known }
    return when {
        tracks.size == 1 -> Screen.Track(tracks.single().toInt())
        tracks.isNotEmpty() -> Screen.Tracks
        outcome.installed.isNotEmpty() -> Screen.Routes
        else -> null
    }
}

@Composable
private fun Lines(outcome: Outcome) {
    if (outcome.brought.isNotEmpty()) Counted(R.plurals.incoming_brought, outcome.brought.size)
    if (outcome.known.isNotEmpty()) Counted(R.plurals.incoming_known, outcome.known.size)
    for (bundle in outcome.installed) Text(stringResource(bundle.how.text, bundle.file))
    if (outcome.refused.isNotEmpty()) Counted(R.plurals.incoming_refused, outcome.refused.size)
    for (refusal in outcome.refused) {
        Column {
            Text(refusal.file, style = MaterialTheme.typography.titleSmall)
            Text(words(refusal.reason))
        }
    }
    if (outcome == Outcome()) Text(stringResource(R.string.incoming_nothing))
}

@Composable
private fun Counted(text: Int, count: Int) = Text(pluralStringResource(text, count, count))

private val Installation.text
    get() = when (this) {
        is Installation.New -> R.string.incoming_installed
        is Installation.Updated -> R.string.incoming_updated
        is Installation.Unchanged -> R.string.incoming_unchanged
    }

@Composable
private fun words(reason: Reason): String = when (reason) {
    is Reason.Core -> reason.said.text
    is Reason.Copying -> reason.why.words()
}

/** Why a file could not be copied, in words. */
@Composable
fun Why.words(): String = stringResource(
    when (this) {
        Why.TOO_LARGE -> R.string.incoming_too_large
        Why.NOT_ALLOWED -> R.string.incoming_not_allowed
        Why.GONE -> R.string.incoming_gone
        Why.UNREADABLE -> R.string.incoming_unreadable
        Why.NO_ROOM -> R.string.incoming_no_room
    },
)
