/*
 * A map among a screen's other parts: keeps the surface in step with the screen's life and with what is to be shown.
 *
 * For those who do not see it, every screen with a map lists the same things; the map itself says so and no more.
 */
package routeguide.app.map

import android.content.ComponentCallbacks2
import android.content.res.Configuration
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.key
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clipToBounds
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.compose.ui.viewinterop.AndroidView
import androidx.lifecycle.compose.LifecycleStartEffect
import routeguide.MapLayer
import routeguide.app.R
import routeguide.app.parts

/** What a map shows now. */
data class MapSight(
    /** By what it is drawn. */
    val style: String,
    /** Where it looks; looking there again needs another value. */
    val camera: Camera,
    /** What is in layers that change. */
    val live: Map<MapLayer, String> = emptyMap(),
)

/** A map, with whom its ground is from. */
@Composable
fun MapPane(
    sight: MapSight,
    modifier: Modifier = Modifier,
    onMoved: () -> Unit = {},
    onTap: (Tapped) -> Unit,
) {
    val context = LocalContext.current
    val surface = remember { context.parts.doors.makeMap(context) }
    surface.onTap = onTap
    surface.onMoved = onMoved
    LaunchedEffect(surface, sight.style) { surface.draw(sight.style) }
    LaunchedEffect(surface, sight.camera) { surface.look(sight.camera) }
    // Each by itself: with every fix one of them changes, and the others are not read again.
    for ((layer, features) in sight.live) {
        key(layer) { LaunchedEffect(surface, features) { surface.show(layer, features) } }
    }
    LifecycleStartEffect(surface) {
        surface.onStart()
        onStopOrDispose { surface.onStop() }
    }
    DisposableEffect(surface) {
        val memory = onLowMemory(surface::onLowMemory)
        context.registerComponentCallbacks(memory)
        onDispose {
            context.unregisterComponentCallbacks(memory)
            surface.onDestroy()
        }
    }
    val described = stringResource(R.string.map_described)
    Box(modifier.clipToBounds()) {
        AndroidView({ surface.view }, Modifier.fillMaxSize().semantics { contentDescription = described })
        Surface(
            Modifier.align(Alignment.BottomStart),
            color = MaterialTheme.colorScheme.surface.copy(alpha = 0.85f),
        ) {
            Text(
                stringResource(R.string.map_attribution),
                Modifier.padding(horizontal = 6.dp, vertical = 1.dp),
                style = MaterialTheme.typography.labelSmall,
            )
        }
    }
}

private fun onLowMemory(free: () -> Unit) = object : ComponentCallbacks2 {
    override fun onConfigurationChanged(newConfig: Configuration) = Unit

    @Deprecated("Called by old systems only")
    override fun onLowMemory() = free()

    override fun onTrimMemory(level: Int) = free()
}
