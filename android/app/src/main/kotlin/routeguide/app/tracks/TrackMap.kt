/*
 * A track on the map of the bundle it lies in; where no bundle is installed, drawn without one.
 */
package routeguide.app.tracks

import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import routeguide.MapBounds
import routeguide.MapLayer
import routeguide.Sketch
import routeguide.Way
import routeguide.app.home.value
import routeguide.app.map.BundleMap
import routeguide.app.map.Camera
import routeguide.app.map.Tapped
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.Cover
import routeguide.app.shared.CoverBox
import routeguide.app.shared.mapTheme

/** The map of a track. */
@Composable
fun TrackMap(track: TrackShown, modifier: Modifier, open: (Screen) -> Unit) {
    val (ground, bounds) = track.ground to track.bounds
    Box(modifier) {
        when {
            bounds == null -> Unit
            ground == null -> Drawn(track)
            else -> Mapped(track, ground, bounds, open)
        }
    }
}

@Composable
private fun Mapped(track: TrackShown, ground: String, bounds: MapBounds, open: (Screen) -> Unit) = BundleMap(
    ground,
    Camera.Whole(bounds),
    route = (track.recording.way as? Way.Route)?.route,
    live = mapOf(MapLayer.TRACK to track.layer),
) { tapped ->
    when (tapped) {
        is Tapped.Stop -> open(Screen.Stop(ground, tapped.route, tapped.stop))
        is Tapped.Route -> open(Screen.Route(ground, tapped.route))
        is Tapped.Place -> Unit
    }
}

@Composable
private fun Drawn(track: TrackShown) {
    val home = LocalContext.current.parts.home
    val theme = mapTheme()
    val sketch by produceState<Sketch?>(null, track.recording.key, theme) {
        value = home.ask { it.sketchOf(track.recording.number, theme, CoverBox.WIDTH, CoverBox.HEIGHT) }.value
    }
    Cover(sketch)
}
