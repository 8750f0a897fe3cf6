/*
 * A map of a bundle, drawn by the core's style as the traveller has it: by day or night, in their language.
 */
package routeguide.app.map

import androidx.compose.foundation.layout.Box
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.MapLayer
import routeguide.MapLook
import routeguide.MapTheme
import routeguide.StopCategory
import routeguide.app.Parts
import routeguide.app.home.Answer
import routeguide.app.parts
import routeguide.app.shared.Problem
import routeguide.app.shared.mapTheme
import routeguide.mapStyleJson

/** The letters of the map, among the app's assets. */
internal const val GLYPHS = "asset://glyphs/{fontstack}/{range}.pbf"

/**
 * A map of a bundle. With a [route], that one is drawn as it is and others faintly; with [categories], only such stops.
 * What changes while it is looked at is in [live].
 */
@Composable
fun BundleMap(
    bundle: String,
    camera: Camera,
    modifier: Modifier = Modifier,
    route: String? = null,
    categories: List<StopCategory>? = null,
    live: Map<MapLayer, String> = emptyMap(),
    onTap: (Tapped) -> Unit,
) {
    val parts = LocalContext.current.parts
    val changes by parts.home.changes.collectAsStateWithLifecycle()
    val theme = mapTheme()
    val style by produceState<Answer<String>?>(null, bundle, route, categories, theme, changes) {
        value = parts.style(bundle, theme, route, categories)
    }
    when (val drawn = style) {
        null -> Box(modifier)
        is Answer.Given -> MapPane(MapSight(drawn.value, camera, live), modifier, onTap = onTap)
        is Answer.Refused -> Problem(drawn.said, modifier)
    }
}

private suspend fun Parts.style(
    bundle: String,
    theme: MapTheme,
    route: String?,
    categories: List<StopCategory>?,
): Answer<String> = when (val sources = mapFiles.sources(bundle)) {
    is Answer.Refused -> sources
    is Answer.Given -> home.ask { library ->
        val look = MapLook(theme, library.settings().mapStyle, library.language(), GLYPHS, route, categories)
        mapStyleJson(look, sources.value)
    }
}
