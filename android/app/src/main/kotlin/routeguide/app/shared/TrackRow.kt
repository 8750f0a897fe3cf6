/*
 * One of the traveller's own tracks in a list.
 */
package routeguide.app.shared

import androidx.compose.foundation.clickable
import androidx.compose.material3.Icon
import androidx.compose.material3.ListItem
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import routeguide.Recording
import routeguide.RecordingOrigin
import routeguide.Tally
import routeguide.Words
import routeguide.app.R

/** A track: what it is called, when it was, how long. */
@Composable
fun TrackRow(track: Recording, onClick: () -> Unit) {
    val context = LocalContext.current
    val words = LocalWords.current
    val measures = listOf(words.distance(track.tally.distanceM), words.howLong(track.tally))
    ListItem(
        headlineContent = { Text(track.title()) },
        supportingContent = { Text((listOf(context.day(track.startedMs)) + measures).joinToString(" · ")) },
        leadingContent = { Icon(painterResource(R.drawable.ic_tracks), null) },
        modifier = Modifier.clickable(onClick = onClick),
    )
}

/** How long it took; a dash where no time is known. */
fun Words.howLong(tally: Tally): String = if (tally.durationMs > 0) duration(tally.durationMs) else "–"

/** What a track is called: by the traveller, by what was followed, or by how it came here. */
@Composable
fun Recording.title(): String = name ?: followed.firstOrNull() ?: stringResource(
    if (origin == RecordingOrigin.IMPORTED) R.string.imported_track else R.string.own_ride,
)
