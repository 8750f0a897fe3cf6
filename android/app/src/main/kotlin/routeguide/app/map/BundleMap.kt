/*
 * The map of one bundle: its style, made by the core from what is to be seen of it and from the layers' files.
 */
package routeguide.app.map

import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.MapDrawing
import routeguide.MapLook
import routeguide.MapTheme
import routeguide.app.Parts
import routeguide.app.home.Answer
import routeguide.app.parts
import routeguide.app.shared.Problem
import routeguide.app.shared.mapTheme
import routeguide.mapStyleJson

/** The letters of the map, among the app's assets. */
private const val GLYPHS = "asset://glyphs/{fontstack}/{range}.pbf"

/** A map of a bundle. With a [route], that one is drawn as it is and others faintly. */
@Composable
fun BundleMap(
    bundle: String,
    camera: Camera,
    modifier: Modifier = Modifier,
    route: String? = null,
    onTap: (Tapped) -> Unit,
) {
    val parts = LocalContext.current.parts
    val settings by parts.home.settings.collectAsStateWithLifecycle()
    val changes by parts.home.changes.collectAsStateWithLifecycle()
    val theme = mapTheme()
    val drawing = settings?.mapStyle ?: MapDrawing.FULL
    val style by produceState<Answer<String>?>(null, bundle, route, theme, drawing, changes) {
        value = parts.style(bundle, route, theme, drawing)
    }
    when (val drawn = style) {
        null -> Box(modifier)
        is Answer.Given -> MapPane(MapSight(drawn.value, camera), modifier, onTap = onTap)
        is Answer.Refused -> Problem(drawn.said, modifier)
    }
}

private suspend fun Parts.style(
    bundle: String,
    route: String?,
    theme: MapTheme,
    drawing: MapDrawing,
): Answer<String> = when (val sources = mapFiles.sources(bundle)) {
    is Answer.Refused -> sources
    is Answer.Given -> home.ask { library ->
        mapStyleJson(MapLook(theme, drawing, library.language(), GLYPHS, route, null), sources.value)
    }
}
