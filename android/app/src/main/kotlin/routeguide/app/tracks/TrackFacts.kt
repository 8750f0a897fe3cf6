/*
 * What a track came to, in measures, and what was reached on it.
 */
package routeguide.app.tracks

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.Icon
import androidx.compose.material3.ListItem
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.Milestone
import routeguide.MilestoneKind
import routeguide.Recording
import routeguide.RecordingOrigin
import routeguide.RecordingState
import routeguide.Way
import routeguide.app.R
import routeguide.app.navigation.Screen
import routeguide.app.shared.Heading
import routeguide.app.shared.LocalWords
import routeguide.app.shared.howLong
import routeguide.app.shared.moment
import routeguide.app.shared.time

/** Gaps that are shorter together are not worth a word. */
private const val TOLD_M = 50.0

/** All that is known of a track. */
@Composable
fun TrackFacts(track: TrackShown, onJoin: () -> Unit, open: (Screen) -> Unit) {
    val recording = track.recording
    Column(verticalArrangement = Arrangement.spacedBy(16.dp)) {
        if (recording.state == RecordingState.BINNED) Text(stringResource(R.string.tracks_in_bin))
        Text(LocalContext.current.moment(recording.startedMs), style = MaterialTheme.typography.titleMedium)
        Measures(recording)
        if (recording.tally.bridgedM >= TOLD_M) {
            Text(stringResource(R.string.tracks_bridged, LocalWords.current.distance(recording.tally.bridgedM)))
        }
        if (recording.origin == RecordingOrigin.SALVAGED || recording.tally.lost > 0u) {
            Text(stringResource(R.string.tracks_salvaged))
        }
        track.joinable?.let { JoinOffer(R.string.tracks_joinable, it, onJoin) }
        if (recording.followed.isNotEmpty()) Followed(recording, open)
        if (track.milestones.isNotEmpty()) Milestones(track.milestones, open)
    }
}

@Composable
private fun Measures(recording: Recording) {
    val words = LocalWords.current
    val tally = recording.tally
    val measures = listOfNotNull(
        R.string.tracks_distance to words.distance(tally.distanceM),
        (R.string.tracks_moving to words.duration(tally.movingMs)).takeIf { tally.movingMs > 0 },
        R.string.tracks_duration to words.howLong(tally),
        tally.paceMps?.let { R.string.tracks_speed to words.speed(it) },
        tally.gainM?.let { R.string.tracks_gain to words.height(it) },
        tally.lossM?.let { R.string.tracks_loss to words.height(it) },
    )
    FlowRow(Modifier.fillMaxWidth(), Arrangement.spacedBy(24.dp), Arrangement.spacedBy(12.dp)) {
        for ((label, measure) in measures) {
            Column(Modifier.semantics(mergeDescendants = true) {}) {
                Text(measure, style = MaterialTheme.typography.titleLarge)
                Text(stringResource(label), color = MaterialTheme.colorScheme.onSurfaceVariant)
            }
        }
    }
}

@Composable
private fun Followed(recording: Recording, open: (Screen) -> Unit) {
    Column {
        Heading(stringResource(R.string.tracks_followed))
        val way = recording.way as? Way.Route
        recording.followed.forEachIndexed { index, name ->
            // The route comes first, its stages after it.
            val leads = if (index == 0 && way != null) {
                Modifier.clickable { open(Screen.Route(way.bundle, way.route)) }
            } else {
                Modifier
            }
            ListItem(
                { Text(name) },
                leads,
                leadingContent = {
                    Icon(painterResource(if (index == 0) R.drawable.ic_route else R.drawable.ic_flag), null)
                },
            )
        }
    }
}

@Composable
private fun Milestones(milestones: List<Milestone>, open: (Screen) -> Unit) {
    val context = LocalContext.current
    Column {
        Heading(stringResource(R.string.tracks_reached))
        for (milestone in milestones) {
            val isStop = milestone.kind in stops
            ListItem(
                { Text(milestone.name) },
                if (isStop) {
                    Modifier.clickable { open(Screen.Stop(milestone.bundle, milestone.route, milestone.item)) }
                } else {
                    Modifier
                },
                supportingContent = {
                    Text("${stringResource(milestone.kind.text)} · ${context.time(milestone.timeMs)}")
                },
                leadingContent = { Icon(painterResource(milestone.kind.icon), null) },
            )
        }
    }
}

private val stops = setOf(MilestoneKind.VISITED, MilestoneKind.SEEN, MilestoneKind.SKIPPED)

private val MilestoneKind.text
    get() = when (this) {
        MilestoneKind.VISITED -> R.string.tracks_visited
        MilestoneKind.SEEN -> R.string.tracks_seen
        MilestoneKind.SKIPPED -> R.string.tracks_skipped
        MilestoneKind.STAGE_DONE -> R.string.tracks_stage_done
        MilestoneKind.ROUTE_DONE -> R.string.tracks_route_done
    }

private val MilestoneKind.icon
    get() = when (this) {
        MilestoneKind.VISITED -> R.drawable.ic_check
        MilestoneKind.SEEN -> R.drawable.ic_stop_viewpoint
        MilestoneKind.SKIPPED -> R.drawable.ic_next
        MilestoneKind.STAGE_DONE, MilestoneKind.ROUTE_DONE -> R.drawable.ic_flag
    }
