/*
 * How the traveller looks at the map, kept while they look at something else and come back.
 */
package routeguide.app.mapview

import androidx.compose.runtime.Composable
import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.Saver
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import routeguide.Position
import routeguide.app.map.Camera

/** So near that the stops of a village stand apart. */
private const val NEAR_ZOOM = 13.0

/** So near that a street is seen. */
private const val NEARER_ZOOM = 15.0

/** The traveller's view of the map. */
@Stable
class MapView(at: Camera.At? = null, isAsked: Boolean = false) {
    /** Where they look; nothing while it is all of the bundle. */
    var at: Camera.At? by mutableStateOf(at)
        private set

    /** Whether they asked to see where they are. */
    var isAsked: Boolean by mutableStateOf(isAsked)

    /** Whether the map goes to their place as soon as it is known. */
    var isLooking: Boolean by mutableStateOf(false)

    /** Looks at a place; asked again for it, from nearer, and so on in turn. */
    fun look(place: Position) {
        at = Camera.At(place, if (at?.place == place && at?.zoom == NEAR_ZOOM) NEARER_ZOOM else NEAR_ZOOM)
    }
}

/** A view that outlives its screen. */
@Composable
fun rememberMapView(): MapView = rememberSaveable(saver = saver) { MapView() }

private val saver = Saver<MapView, List<Any>>(
    save = { view ->
        val at = view.at
        arrayListOf<Any>(view.isAsked) + if (at == null) emptyList() else listOf(at.place.lat, at.place.lon, at.zoom)
    },
    restore = { kept ->
        val numbers = kept.drop(1).map { it as Double }
        val at = if (numbers.isEmpty()) null else Camera.At(Position(numbers[0], numbers[1]), numbers[2])
        MapView(at, kept.first() as Boolean)
    },
)
