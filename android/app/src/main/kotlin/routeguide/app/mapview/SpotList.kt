/*
 * What the map shows, as a list: the routes, and what is near the traveller; while nobody knows where that is, the stops
 * in the order of their routes.
 */
package routeguide.app.mapview

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Button
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.app.R
import routeguide.app.guide.Signal
import routeguide.app.home.Answer
import routeguide.app.navigation.Screen
import routeguide.app.shared.ListHeading
import routeguide.app.shared.Problem
import routeguide.app.shared.Spot
import routeguide.app.shared.SpotRow
import routeguide.app.shared.spot
import routeguide.app.whereabouts.SignalLine

/** The list; [ask] asks where the traveller is. */
@Composable
fun SpotList(model: MapModel, ground: Ground, choice: MapChoice, ask: () -> Unit, open: (Screen) -> Unit) {
    val here by model.whereabouts.here.collectAsStateWithLifecycle()
    val nearby by model.nearby.collectAsStateWithLifecycle()
    when (val near = nearby) {
        is Answer.Refused -> Problem(near.said)
        is Answer.Given -> Spots(ground, open) { nearest(near.value.map { it.spot() }, open) }
        null -> Spots(ground, open) {
            item { Unknown(here.signal, ask) }
            routeByRoute(ground, choice, open)
        }
    }
}

@Composable
private fun Spots(ground: Ground, open: (Screen) -> Unit, stops: LazyListScope.() -> Unit) = LazyColumn {
    item { ListHeading(stringResource(R.string.routes)) }
    items(ground.routes) { route -> SpotRow(route.spot(ground.bundle.id), open = open) }
    stops()
}

private fun LazyListScope.nearest(spots: List<Spot>, open: (Screen) -> Unit) {
    item { ListHeading(stringResource(R.string.nearby)) }
    if (spots.isEmpty()) item { Text(stringResource(R.string.mapview_nothing), Modifier.padding(16.dp)) }
    items(spots, key = { it.screen.toString() }) { SpotRow(it, open = open) }
}

private fun LazyListScope.routeByRoute(ground: Ground, choice: MapChoice, open: (Screen) -> Unit) {
    for (route in ground.routes) {
        val stops = route.stops.filter { choice.categories.isEmpty() || it.category in choice.categories }
        if (stops.isEmpty()) continue
        item { ListHeading(route.name) }
        items(stops) { SpotRow(it.spot(ground.bundle.id, route.id), open = open) }
    }
}

@Composable
private fun Unknown(signal: Signal?, ask: () -> Unit) =
    Column(Modifier.fillMaxWidth().padding(16.dp), Arrangement.spacedBy(12.dp)) {
        Text(stringResource(R.string.mapview_no_position))
        SignalLine(signal)
        if (signal == null || signal == Signal.NOT_ALLOWED) {
            Button(ask) { Text(stringResource(R.string.mapview_where_am_i)) }
        }
    }
