/*
 * A track on the map of the bundle it lies in; where no bundle is installed, drawn without one.
 */
package routeguide.app.tracks

import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.MapBounds
import routeguide.MapDrawing
import routeguide.MapLayer
import routeguide.MapLayerSource
import routeguide.MapLook
import routeguide.Sketch
import routeguide.Way
import routeguide.app.home.value
import routeguide.app.map.Camera
import routeguide.app.map.MapPane
import routeguide.app.map.MapSight
import routeguide.app.map.Tapped
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.Cover
import routeguide.app.shared.CoverBox
import routeguide.app.shared.mapTheme
import routeguide.mapStyleJson

/** The map of a track. */
@Composable
fun TrackMap(track: TrackShown, modifier: Modifier, open: (Screen) -> Unit) {
    val parts = LocalContext.current.parts
    val ground by produceState<List<MapLayerSource>?>(null, track.ground) {
        value = track.ground?.let { parts.mapFiles.sources(it).value }
    }
    val (sources, bounds) = ground to track.bounds
    Box(modifier) {
        when {
            bounds == null -> Unit
            sources != null -> Mapped(track, sources, bounds, open)
            track.ground == null -> Drawn(track)
        }
    }
}

@Composable
private fun Mapped(track: TrackShown, sources: List<MapLayerSource>, bounds: MapBounds, open: (Screen) -> Unit) {
    val home = LocalContext.current.parts.home
    val settings by home.settings.collectAsStateWithLifecycle()
    val theme = mapTheme()
    val drawing = settings?.mapStyle ?: MapDrawing.FULL
    val language by produceState<String?>(null, settings?.language) { value = home.ask { it.language() }.value }
    val spoken = language ?: return
    val route = (track.recording.way as? Way.Route)?.route
    val style = remember(theme, drawing, spoken, route, sources) {
        mapStyleJson(MapLook(theme, drawing, spoken, "asset://glyphs/{fontstack}/{range}.pbf", route, null), sources)
    }
    MapPane(MapSight(style, Camera.Whole(bounds), mapOf(MapLayer.TRACK to track.layer))) { tapped ->
        when (tapped) {
            is Tapped.Stop -> track.ground?.let { open(Screen.Stop(it, tapped.route, tapped.stop)) }
            is Tapped.Route -> track.ground?.let { open(Screen.Route(it, tapped.route)) }
            is Tapped.Place -> Unit
        }
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
