/*
 * What came of files that were handed in, in words: what is new here, what was here already, what was not taken in and why.
 */
package routeguide.app.incoming

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.Installation
import routeguide.app.R
import routeguide.app.backup.RestoredTold
import routeguide.app.navigation.Screen

/** What came of files, and the way to it. */
@Composable
fun OutcomeTold(outcome: Outcome, onClose: () -> Unit, open: (Screen) -> Unit) {
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

private fun leadsTo(outcome: Outcome): Screen? {
    val tracks = outcome.brought.ifEmpty { outcome.known }
    return when {
        tracks.size == 1 -> Screen.Track(tracks.single().toInt())
        tracks.isNotEmpty() || outcome.restored.any { it.hasTracks } -> Screen.Tracks
        outcome.installed.isNotEmpty() -> Screen.Routes
        else -> null
    }
}

@Composable
private fun Lines(outcome: Outcome) {
    if (outcome.brought.isNotEmpty()) Counted(R.plurals.incoming_brought, outcome.brought.size)
    if (outcome.known.isNotEmpty()) Counted(R.plurals.incoming_known, outcome.known.size)
    for (bundle in outcome.installed) Text(stringResource(bundle.how.text, bundle.file))
    for (restored in outcome.restored) RestoredTold(restored)
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
