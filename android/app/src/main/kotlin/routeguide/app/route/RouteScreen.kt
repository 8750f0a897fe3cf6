/*
 * A route's screen: its map, the page about it, the ways to set out. The parts of the page live in files of their own.
 */
package routeguide.app.route

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.SnackbarHostState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.Departure
import routeguide.Way
import routeguide.app.R
import routeguide.app.guide.rememberSettingOut
import routeguide.app.home.value
import routeguide.app.map.BundleMap
import routeguide.app.map.Camera
import routeguide.app.map.Tapped
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.FavouriteToggle
import routeguide.app.shared.MapBeside
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing

private enum class Sheet { NONE, START, SHARE }

/** A route. */
@Composable
fun RouteScreen(screen: Screen.Route, open: (Screen) -> Unit, back: () -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { RouteModel(parts.home, screen.bundle, screen.route) }
    val answer by model.shown.collectAsStateWithLifecycle()
    val shown = answer?.value
    val notices = remember { SnackbarHostState() }
    var sheet by rememberSaveable { mutableStateOf(Sheet.NONE) }
    val setOut = rememberSettingOut(onUnderway = { open(Screen.Guide) })
    val way = Way.Route(screen.bundle, screen.route)
    ScreenFrame(
        title = shown?.route?.name ?: stringResource(R.string.route),
        onBack = back,
        notices = notices,
        actions = {
            if (shown != null) FavouriteToggle(shown.isFavourite) { model.like(shown.route.name, it) }
        },
        bottom = {
            if (shown != null) {
                SetOutBar(
                    shown,
                    way,
                    onStart = { setOut(way, false, if (shown.isDone) Departure.HERE else Departure.CONTINUE) },
                    onGuide = { open(Screen.Guide) },
                    onMore = { sheet = Sheet.START },
                    onShare = { sheet = Sheet.SHARE },
                )
            }
        },
    ) { padding ->
        Showing(model.shown, Modifier.padding(padding)) { now ->
            MapBeside(
                Modifier.padding(padding),
                map = { RouteMap(screen, now, it, open) },
                page = { RoutePage(screen.bundle, now) { open(Screen.Stop(screen.bundle, screen.route, it)) } },
            )
        }
    }
    val close = { sheet = Sheet.NONE }
    when {
        shown == null || sheet == Sheet.NONE -> Unit
        sheet == Sheet.START -> StartSheet(close) { reversed, departure -> setOut(way, reversed, departure) }
        else -> ShareSheet(shown.route, model, notices, close)
    }
}

@Composable
private fun RouteMap(screen: Screen.Route, shown: RouteShown, modifier: Modifier, open: (Screen) -> Unit) {
    val bounds = shown.route.bounds ?: return
    BundleMap(screen.bundle, Camera.Whole(bounds), modifier, screen.route) { tapped ->
        when (tapped) {
            is Tapped.Stop -> open(Screen.Stop(screen.bundle, tapped.route, tapped.stop))
            is Tapped.Route -> open(Screen.Route(screen.bundle, tapped.route))
            // Its name and position are not on the map.
            is Tapped.Place -> Unit
        }
    }
}
