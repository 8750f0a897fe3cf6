/*
 * A stop's screen: the page about it, its spot on the map, the stops before and after it.
 */
package routeguide.app.stop

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.Said
import routeguide.Stop
import routeguide.app.R
import routeguide.app.home.value
import routeguide.app.map.BundleMap
import routeguide.app.map.Camera
import routeguide.app.map.Tapped
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.FavouriteToggle
import routeguide.app.shared.LettersUpTo
import routeguide.app.shared.MapBeside
import routeguide.app.shared.Problem
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing

/** Near enough to tell the streets around a stop. */
private const val ZOOM = 13.5

/** How much larger than usual the names of the neighbours become: they are to be read to their ends. */
private const val LARGEST_NEIGHBOUR = 1.3f

/** A stop. */
@Composable
fun StopScreen(screen: Screen.Stop, open: (Screen) -> Unit, replace: (Screen) -> Unit, back: () -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { StopModel(parts.home, screen) }
    val answer by model.shown.collectAsStateWithLifecycle()
    val shown = answer?.value
    val notices = remember { SnackbarHostState() }
    ScreenFrame(
        title = shown?.stop?.name ?: stringResource(R.string.stop_title),
        onBack = back,
        notices = notices,
        actions = {
            if (shown != null) FavouriteToggle(shown.isFavourite) { model.like(shown.stop.name, it) }
        },
        bottom = { if (shown != null) Neighbours(shown) { replace(screen.copy(stop = it.id)) } },
    ) { padding ->
        Showing(model.shown, Modifier.padding(padding)) { now ->
            if (now == null) {
                Problem(noSuchStop(screen), Modifier.padding(padding))
            } else {
                MapBeside(
                    Modifier.padding(padding),
                    map = { StopMap(screen, now.stop, it, open) },
                    page = { StopPage(screen, now, notices, open) },
                )
            }
        }
    }
}

@Composable
private fun noSuchStop(screen: Screen.Stop) =
    Said("app.no-stop", stringResource(R.string.no_such_stop), "${screen.bundle}/${screen.route}/${screen.stop}")

@Composable
private fun StopMap(screen: Screen.Stop, stop: Stop, modifier: Modifier, open: (Screen) -> Unit) =
    BundleMap(screen.bundle, Camera.At(stop.position, ZOOM), modifier, screen.route) { tapped ->
        if (tapped is Tapped.Stop) open(Screen.Stop(screen.bundle, tapped.route, tapped.stop))
    }

@Composable
private fun Neighbours(shown: StopShown, onChoose: (Stop) -> Unit) {
    Surface(color = MaterialTheme.colorScheme.surfaceContainer) {
        Row(Modifier.padding(horizontal = 16.dp, vertical = 8.dp), Arrangement.spacedBy(8.dp)) {
            val half = Modifier.weight(1f)
            LettersUpTo(LARGEST_NEIGHBOUR) {
                Box(half) { shown.before?.let { Neighbour(it, isBefore = true, onChoose) } }
                Box(half) { shown.after?.let { Neighbour(it, isBefore = false, onChoose) } }
            }
        }
    }
}

@Composable
private fun Neighbour(stop: Stop, isBefore: Boolean, onChoose: (Stop) -> Unit) {
    val described = stringResource(if (isBefore) R.string.stop_before else R.string.stop_after, stop.name)
    FilledTonalButton(
        { onChoose(stop) },
        Modifier.fillMaxWidth().heightIn(min = 56.dp),
        contentPadding = PaddingValues(horizontal = 12.dp, vertical = 4.dp),
    ) {
        if (isBefore) Icon(painterResource(R.drawable.ic_previous), null)
        Text(
            stop.name,
            Modifier.weight(1f).padding(horizontal = 8.dp).semantics { contentDescription = described },
            maxLines = 4,
            overflow = TextOverflow.Ellipsis,
            textAlign = if (isBefore) TextAlign.Start else TextAlign.End,
        )
        if (!isBefore) Icon(painterResource(R.drawable.ic_next), null)
    }
}
