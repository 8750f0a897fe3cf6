/*
 * The page about a stop, from what one reads while standing there to what it rests on.
 */
package routeguide.app.stop

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.launch
import routeguide.KeptItem
import routeguide.Side
import routeguide.Stop
import routeguide.app.R
import routeguide.app.navigation.Screen
import routeguide.app.shared.Closed
import routeguide.app.shared.Facts
import routeguide.app.shared.Heading
import routeguide.app.shared.IconLine
import routeguide.app.shared.LocalWords
import routeguide.app.shared.Mark
import routeguide.app.shared.Notes
import routeguide.app.shared.NotesOn
import routeguide.app.shared.PictureRow
import routeguide.app.shared.Source
import routeguide.app.shared.StopMarks
import routeguide.app.shared.Unverified
import routeguide.app.shared.Whereabouts
import routeguide.app.shared.day
import routeguide.app.shared.icon

/** The page about a stop. */
@Composable
fun StopPage(screen: Screen.Stop, shown: StopShown, notices: SnackbarHostState, open: (Screen) -> Unit) {
    val stop = shown.stop
    Column(
        Modifier.fillMaxSize().verticalScroll(rememberScrollState()).padding(16.dp),
        Arrangement.spacedBy(12.dp),
    ) {
        IconLine(stop.category.icon, stop.kind)
        StopMarks(stop.official, stop.optional, isVisited = false)
        shown.visitedMs?.let {
            Mark(stringResource(R.string.visited_on, LocalContext.current.day(it)), R.drawable.ic_check)
        }
        Text(stop.summary, style = MaterialTheme.typography.titleMedium)
        PictureRow(screen.bundle, stop.pictures)
        Text(stop.description, style = MaterialTheme.typography.bodyLarge)
        WayThere(shown, notices) { open(Screen.Route(screen.bundle, screen.route)) }
        Notes(NotesOn(screen.bundle, KeptItem.Stop(stop.id), stop.name), shown.notes, notices)
        Closed(stringResource(R.string.facts_and_sources)) { RestsOn(stop) }
    }
}

@Composable
private fun WayThere(shown: StopShown, notices: SnackbarHostState, onRoute: () -> Unit) {
    val words = LocalWords.current
    val scope = rememberCoroutineScope()
    val copied = stringResource(R.string.coordinates_copied)
    val stop = shown.stop
    Heading(stringResource(R.string.way_there))
    TextButton(onRoute, contentPadding = PaddingValues(0.dp)) { IconLine(R.drawable.ic_route, shown.route) }
    IconLine(R.drawable.ic_flag, stringResource(R.string.at_distance, words.distance(stop.alongM)))
    val (icon, side) = when (stop.side) {
        Side.LEFT -> R.drawable.ic_left to R.string.left_of_route
        Side.RIGHT -> R.drawable.ic_right to R.string.right_of_route
    }
    IconLine(icon, stringResource(side, words.distance(stop.distanceM)))
    IconLine(R.drawable.ic_here, stringResource(R.string.position_within, words.distance(stop.accuracyM)))
    Whereabouts(stop.position, stop.name) { scope.launch { notices.showSnackbar(copied) } }
    Unverified(stop.unverified)
}

@Composable
private fun RestsOn(stop: Stop) {
    Facts(stop.facts)
    SelectionContainer {
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            Source(stringResource(R.string.position_source, stop.positionSource))
            stop.officialNote?.let { Source(stringResource(R.string.official_note, it)) }
        }
    }
}
