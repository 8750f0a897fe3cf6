/*
 * A place's screen: its spot on the map, its coordinates, what lies near it, the traveller's notes.
 */
package routeguide.app.place

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import kotlinx.coroutines.launch
import routeguide.KeptItem
import routeguide.app.R
import routeguide.app.home.value
import routeguide.app.map.BundleMap
import routeguide.app.map.Camera
import routeguide.app.map.Tapped
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.FavouriteToggle
import routeguide.app.shared.Heading
import routeguide.app.shared.MapBeside
import routeguide.app.shared.Notes
import routeguide.app.shared.NotesOn
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing
import routeguide.app.shared.SpotRow
import routeguide.app.shared.Whereabouts
import routeguide.app.shared.spot

/** Near enough to tell the streets of a place. */
private const val ZOOM = 12.5

/** A place. */
@Composable
fun PlaceScreen(screen: Screen.Place, open: (Screen) -> Unit, back: () -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { PlaceModel(parts.home, screen) }
    val answer by model.shown.collectAsStateWithLifecycle()
    val shown = answer?.value
    val notices = remember { SnackbarHostState() }
    ScreenFrame(
        title = shown?.place?.name ?: stringResource(R.string.place_title),
        onBack = back,
        notices = notices,
        actions = { if (shown != null) FavouriteToggle(shown.isFavourite) { model.like(shown.place.name, it) } },
    ) { padding ->
        Showing(model.shown, Modifier.padding(padding)) { now ->
            MapBeside(
                Modifier.padding(padding),
                map = { modifier ->
                    BundleMap(screen.bundle, Camera.At(now.place.position, ZOOM), modifier) { tapped ->
                        if (tapped is Tapped.Stop) open(Screen.Stop(screen.bundle, tapped.route, tapped.stop))
                    }
                },
                page = { PlacePage(screen, now, notices, open) },
            )
        }
    }
}

@Composable
private fun PlacePage(screen: Screen.Place, shown: PlaceShown, notices: SnackbarHostState, open: (Screen) -> Unit) {
    val scope = rememberCoroutineScope()
    val copied = stringResource(R.string.coordinates_copied)
    val place = shown.place
    Column(Modifier.fillMaxSize().verticalScroll(rememberScrollState()).padding(vertical = 16.dp)) {
        Column(Modifier.padding(horizontal = 16.dp), Arrangement.spacedBy(12.dp)) {
            Text(place.kind, style = MaterialTheme.typography.titleMedium)
            Whereabouts(place.position, place.name) { scope.launch { notices.showSnackbar(copied) } }
            Notes(NotesOn(screen.bundle, KeptItem.Place(place.id), place.name), shown.notes, notices)
            if (shown.nearby.isNotEmpty()) Heading(stringResource(R.string.nearby))
        }
        for (each in shown.nearby) SpotRow(each.spot(), open = open)
    }
}
