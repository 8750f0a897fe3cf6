/*
 * A route's stages, and the stops on them in order.
 */
package routeguide.app.route

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.TravelMode
import routeguide.app.R
import routeguide.app.shared.LocalWords
import routeguide.app.shared.StopMarks
import routeguide.app.shared.icon

/** What a stage is about. */
@Composable
fun StageHead(number: Int, day: Day) {
    val words = LocalWords.current
    Column(Modifier.padding(top = 8.dp), Arrangement.spacedBy(8.dp)) {
        HorizontalDivider()
        Column(Modifier.semantics(mergeDescendants = true) { heading() }) {
            Text(
                stringResource(R.string.stage_number, number),
                color = MaterialTheme.colorScheme.primary,
                style = MaterialTheme.typography.labelLarge,
            )
            Text(day.stage.name, style = MaterialTheme.typography.titleLarge)
        }
        Row(horizontalArrangement = Arrangement.spacedBy(16.dp), verticalAlignment = Alignment.CenterVertically) {
            Text(words.distance(day.stage.toM - day.stage.fromM), style = MaterialTheme.typography.titleMedium)
            Modes(day.modes)
        }
        Text(day.stage.summary, style = MaterialTheme.typography.titleSmall)
        Text(day.stage.description, style = MaterialTheme.typography.bodyLarge)
    }
}

/** A stop in its place on the route. */
@Composable
fun StopRow(on: StopOnRoute, onClick: () -> Unit) {
    val words = LocalWords.current
    val stop = on.stop
    Row(
        Modifier.fillMaxWidth().clickable(role = Role.Button, onClick = onClick).heightIn(min = 64.dp),
        Arrangement.spacedBy(16.dp),
        Alignment.CenterVertically,
    ) {
        Icon(painterResource(stop.category.icon), null, Modifier.size(32.dp), MaterialTheme.colorScheme.primary)
        Column(Modifier.weight(1f), Arrangement.spacedBy(4.dp)) {
            Text(stop.name, style = MaterialTheme.typography.titleMedium)
            FlowRow(
                horizontalArrangement = Arrangement.spacedBy(12.dp),
                itemVerticalAlignment = Alignment.CenterVertically,
            ) {
                Text(
                    "${stop.kind} · ${stringResource(R.string.at_distance, words.distance(stop.alongM))}",
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                    style = MaterialTheme.typography.bodyMedium,
                )
                Modes(on.modes)
            }
            StopMarks(stop.official, stop.optional, on.isVisited)
        }
    }
}

@Composable
private fun Modes(modes: List<TravelMode>) {
    val words = LocalWords.current
    Row(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
        for (mode in modes) {
            val tint = MaterialTheme.colorScheme.onSurfaceVariant
            Icon(painterResource(mode.icon), words.mode(mode), Modifier.size(20.dp), tint)
        }
    }
}
