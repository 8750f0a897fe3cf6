/*
 * The map with what lies on it: the button that shows where the traveller is, and the card of what they tapped.
 */
package routeguide.app.mapview

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.ExtendedFloatingActionButton
import androidx.compose.material3.Icon
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.produceState
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.MapLayer
import routeguide.app.R
import routeguide.app.guide.Signal
import routeguide.app.home.Answer
import routeguide.app.map.BundleMap
import routeguide.app.map.Camera
import routeguide.app.map.Tapped
import routeguide.app.navigation.Screen
import routeguide.app.shared.Spot
import routeguide.app.whereabouts.SignalLine

/** The map, and what was tapped on it. */
@Composable
fun MapWithCard(
    model: MapModel,
    ground: Ground,
    choice: MapChoice,
    view: MapView,
    ask: () -> Unit,
    open: (Screen) -> Unit,
    modifier: Modifier,
) {
    val here by model.whereabouts.here.collectAsStateWithLifecycle()
    GoToPlace(model, view)
    var tapped by remember(ground.bundle.id) { mutableStateOf<Tapped?>(null) }
    val spot by produceState<Answer<Spot?>?>(null, tapped, ground, here.position) {
        value = tapped?.let { model.spot(ground, it) }
    }
    Box(modifier) {
        Drawn(model, ground, choice, view) { tapped = it }
        Column(
            // Clear of the line that says whose ground it is.
            Modifier.align(Alignment.BottomEnd).padding(start = 16.dp, end = 16.dp, bottom = 28.dp),
            Arrangement.spacedBy(8.dp),
            Alignment.End,
        ) {
            WhereAmI(isSaid = here.signal == null && tapped == null, ask)
            if (here.signal != Signal.THERE) SignalLine(here.signal)
            when (val shown = spot) {
                null -> Unit
                is Answer.Refused -> Text(shown.said.text)
                is Answer.Given -> shown.value?.let { spot ->
                    SpotCard(spot, onClose = { tapped = null }) { screen ->
                        spot.position?.let(view::look)
                        open(screen)
                    }
                }
            }
        }
    }
}

@Composable
private fun Drawn(model: MapModel, ground: Ground, choice: MapChoice, view: MapView, onTap: (Tapped) -> Unit) {
    val here by model.hereLayer.collectAsStateWithLifecycle()
    val camera = view.at ?: ground.bounds?.let { Camera.Whole(it) } ?: return
    val live = here?.let { mapOf(MapLayer.HERE to it) }.orEmpty()
    BundleMap(ground.bundle.id, camera, Modifier.fillMaxSize(), null, choice.asked, live, onTap)
}

@Composable
private fun GoToPlace(model: MapModel, view: MapView) {
    val here by model.whereabouts.here.collectAsStateWithLifecycle()
    LaunchedEffect(here, view.isLooking) {
        val place = here.position
        if (!view.isLooking || place == null) return@LaunchedEffect
        view.look(place)
        // An older place is better than none, until the present one is known.
        if (here.signal == Signal.THERE) view.isLooking = false
    }
}

// Says what it does until it is known; then it leaves the map to the map.
@Composable
private fun WhereAmI(isSaid: Boolean, ask: () -> Unit) {
    val text = stringResource(R.string.mapview_where_am_i)
    ExtendedFloatingActionButton(
        text = { Text(text) },
        icon = { Icon(painterResource(R.drawable.ic_here), text) },
        onClick = ask,
        expanded = isSaid,
    )
}
