/*
 * A track in the list: its small map, what it is called, when it was, how long; and that it is under way, if it is.
 */
package routeguide.app.tracks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.Recording
import routeguide.RecordingState
import routeguide.Sketch
import routeguide.app.R
import routeguide.app.shared.Cover
import routeguide.app.shared.LocalWords
import routeguide.app.shared.day
import routeguide.app.shared.howLong
import routeguide.app.shared.mapTheme
import routeguide.app.shared.title

/** A track in the list. */
@Composable
fun TrackCard(track: Recording, isUnderway: Boolean, model: TracksModel, onClick: () -> Unit) {
    val context = LocalContext.current
    val words = LocalWords.current
    val theme = mapTheme()
    val sketch by produceState<Sketch?>(null, track.key, track.tally.fixes, theme) {
        value = model.sketch(track, theme)
    }
    Card(onClick = onClick, colors = if (isUnderway) underway() else CardDefaults.cardColors()) {
        Row(Modifier.padding(12.dp), Arrangement.spacedBy(16.dp), Alignment.CenterVertically) {
            Cover(
                sketch,
                Modifier.width(SketchBox.WIDTH.dp).clip(RoundedCornerShape(8.dp)),
                SketchBox.WIDTH,
                SketchBox.HEIGHT,
            )
            Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
                if (isUnderway) Text(stringResource(track.state.text), style = MaterialTheme.typography.labelLarge)
                Text(track.title(), style = MaterialTheme.typography.titleMedium)
                Text("${words.distance(track.tally.distanceM)} · ${words.howLong(track.tally)}")
                Text(context.day(track.startedMs), style = MaterialTheme.typography.bodyMedium)
            }
        }
    }
}

@Composable
private fun underway() = CardDefaults.cardColors(MaterialTheme.colorScheme.primaryContainer)

private val RecordingState.text get() = if (this == RecordingState.PAUSED) R.string.paused else R.string.tracks_underway
