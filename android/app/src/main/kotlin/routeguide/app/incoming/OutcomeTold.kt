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
import routeguide.Recording
import routeguide.app.R
import routeguide.app.backup.RestoredTold
import routeguide.app.navigation.Screen
import routeguide.app.shared.Closed
import routeguide.app.shared.title
import routeguide.app.tracks.JoinOffer

/** So many of a list are read at a glance; more are told by their number, or opened when they are asked for. */
private const val GLANCE = 8
private const val FEW_REMARKS = 3

/** What came of files, and the way to it. */
@Composable
fun OutcomeTold(outcome: Outcome, arrivals: Arrivals, open: (Screen) -> Unit) {
    val leads = leadsTo(outcome)
    val close = { arrivals.answer(true) }
    AlertDialog(
        onDismissRequest = close,
        title = { Text(stringResource(if (outcome.isIn) R.string.incoming_done else R.string.incoming_not_done)) },
        text = {
            Column(
                Modifier.verticalScroll(rememberScrollState()).semantics { liveRegion = LiveRegionMode.Polite },
                Arrangement.spacedBy(12.dp),
            ) {
                CameIn(outcome)
                for (joinable in outcome.joinable) {
                    JoinOffer(R.string.incoming_joinable, joinable.name) {
                        arrivals.join(joinable) { open(Screen.Track(it.toInt())) }
                    }
                }
                Refused(outcome.refused)
                if (outcome.remarks.isNotEmpty()) Remarks(outcome)
                if (outcome == Outcome()) Text(stringResource(R.string.incoming_nothing))
            }
        },
        confirmButton = {
            if (leads != null) {
                TextButton({ close().also { open(leads) } }) { Text(stringResource(R.string.incoming_show)) }
            }
        },
        dismissButton = { TextButton(close) { Text(stringResource(R.string.close)) } },
    )
}

private fun leadsTo(outcome: Outcome): Screen? {
    val tracks = outcome.tracks
    return when {
        tracks.size == 1 -> Screen.Track(tracks.single().toInt())
        tracks.isNotEmpty() || outcome.restored.any { it.hasTracks } -> Screen.Tracks
        outcome.installed.isNotEmpty() -> Screen.Routes
        else -> null
    }
}

@Composable
private fun CameIn(outcome: Outcome) {
    if (outcome.brought.isNotEmpty()) Named(R.plurals.incoming_brought, outcome.brought)
    if (outcome.updated.isNotEmpty()) Named(R.plurals.incoming_newer, outcome.updated)
    if (outcome.known.isNotEmpty()) Counted(R.plurals.incoming_known, outcome.known.size)
    for (bundle in outcome.installed) Text(stringResource(bundle.how.text, bundle.file))
    for (restored in outcome.restored) RestoredTold(restored)
}

@Composable
private fun Named(text: Int, tracks: List<Recording>) = Column {
    Counted(text, tracks.size)
    for (track in tracks.take(GLANCE)) Text("• ${track.title()}")
    More(tracks.size - GLANCE)
}

@Composable
private fun Refused(refused: List<Refusal>) {
    if (refused.isNotEmpty()) Counted(R.plurals.incoming_refused, refused.size)
    for (refusal in refused) {
        Column {
            Text(refusal.file, style = MaterialTheme.typography.titleSmall)
            Text(words(refusal.reason))
        }
    }
}

@Composable
private fun Remarks(outcome: Outcome) {
    val count = outcome.remarks.size + outcome.moreRemarks
    val heading = pluralStringResource(R.plurals.incoming_remarks, count, count)
    if (count > FEW_REMARKS) {
        Closed(heading) { RemarkLines(outcome) }
    } else {
        Text(heading, style = MaterialTheme.typography.titleSmall)
        RemarkLines(outcome)
    }
}

@Composable
private fun RemarkLines(outcome: Outcome) {
    for (remark in outcome.remarks) Text(remark)
    More(outcome.moreRemarks)
}

@Composable
private fun More(count: Int) {
    if (count > 0) Text(stringResource(R.string.incoming_more, count))
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
