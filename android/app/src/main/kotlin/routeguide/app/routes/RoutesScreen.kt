/*
 * The first screen: the routes as cards, on top of them where the traveller stopped, below them their newest tracks.
 */
package routeguide.app.routes

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.grid.GridCells
import androidx.compose.foundation.lazy.grid.GridItemSpan
import androidx.compose.foundation.lazy.grid.LazyGridScope
import androidx.compose.foundation.lazy.grid.LazyVerticalGrid
import androidx.compose.foundation.lazy.grid.items
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.ElevatedCard
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.Sketch
import routeguide.Way
import routeguide.WayStanding
import routeguide.app.R
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.Cover
import routeguide.app.shared.LocalWords
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing
import routeguide.app.shared.TrackRow
import routeguide.app.shared.icon
import routeguide.app.shared.mapTheme

/** The first screen. */
@Composable
fun RoutesScreen(open: (Screen) -> Unit) {
    val home = LocalContext.current.parts.home
    val model = viewModel { RoutesModel(home) }
    ScreenFrame(stringResource(R.string.app_name)) { padding ->
        Showing(model.shown, Modifier.padding(padding)) { shown -> RoutesGrid(shown, model, padding, open) }
    }
}

@Composable
private fun RoutesGrid(shown: RoutesShown, model: RoutesModel, padding: PaddingValues, open: (Screen) -> Unit) {
    LazyVerticalGrid(
        GridCells.Adaptive(minSize = 320.dp),
        Modifier.padding(padding),
        contentPadding = PaddingValues(16.dp),
        verticalArrangement = Arrangement.spacedBy(16.dp),
        horizontalArrangement = Arrangement.spacedBy(16.dp),
    ) {
        shown.last?.let { last -> wide { ContinueCard(last, open) } }
        items(shown.cards, key = { "${it.bundle}/${it.listing.id}" }) { card -> RouteCardView(card, model, open) }
        if (shown.cards.isEmpty()) wide { Text(stringResource(R.string.no_routes)) }
        if (shown.tracks.isNotEmpty()) {
            wide { Heading(stringResource(R.string.tracks)) }
            items(shown.tracks, key = { it.key }) { track ->
                TrackRow(track) { open(Screen.Track(track.number.toInt())) }
            }
        }
    }
}

private fun LazyGridScope.wide(content: @Composable () -> Unit) =
    item(span = { GridItemSpan(maxLineSpan) }) { content() }

@Composable
private fun Heading(text: String) =
    Text(text, Modifier.padding(top = 8.dp).semantics { heading() }, style = MaterialTheme.typography.titleLarge)

@Composable
private fun ContinueCard(last: WayStanding, open: (Screen) -> Unit) {
    val words = LocalWords.current
    Card(
        onClick = { open(screenOf(last.way)) },
        colors = CardDefaults.cardColors(MaterialTheme.colorScheme.primaryContainer),
    ) {
        Row(Modifier.padding(16.dp), Arrangement.spacedBy(16.dp), Alignment.CenterVertically) {
            Icon(painterResource(R.drawable.ic_play), null, Modifier.size(32.dp))
            Column(Modifier.weight(1f)) {
                Text(stringResource(R.string.go_on), style = MaterialTheme.typography.labelLarge)
                Text(last.name, style = MaterialTheme.typography.titleMedium)
                Text(stringResource(R.string.at_distance, words.distance(last.standing.alongM)))
            }
        }
    }
}

private fun screenOf(way: Way): Screen = when (way) {
    is Way.Route -> Screen.Route(way.bundle, way.route)
    is Way.Track -> Screen.Track(way.recording.toInt())
}

@Composable
private fun RouteCardView(card: RouteCard, model: RoutesModel, open: (Screen) -> Unit) {
    val words = LocalWords.current
    val theme = mapTheme()
    val cover by produceState<Sketch?>(null, card, theme) { value = model.cover(card, theme) }
    val listing = card.listing
    ElevatedCard(onClick = { open(Screen.Route(card.bundle, listing.id)) }) {
        Cover(cover)
        Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
            Text(listing.name, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleLarge)
            FlowRow(Modifier.fillMaxWidth(), Arrangement.spacedBy(16.dp), Arrangement.spacedBy(4.dp)) {
                listing.days?.let { Text(pluralStringResource(R.plurals.days, it.toInt(), it.toInt())) }
                Text(words.distance(listing.lengthM))
                Text(pluralStringResource(R.plurals.stops, listing.stops.toInt(), listing.stops.toInt()))
                Row(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
                    for (mode in listing.modes) {
                        Icon(painterResource(mode.icon), words.mode(mode), Modifier.size(24.dp))
                    }
                }
            }
            Text(
                words.exactness(listing.indicativeShare),
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                style = MaterialTheme.typography.bodyMedium,
            )
        }
    }
}
