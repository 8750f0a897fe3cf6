/*
 * What the app may ask of a map. Nothing outside MapLibreSurface names MapLibre; tests draw with something else.
 */
package routeguide.app.map

import android.view.View
import routeguide.MapBounds
import routeguide.MapLayer
import routeguide.Position

/** Where a map looks. */
sealed interface Camera {
    /** At all of this. */
    data class Whole(val bounds: MapBounds) : Camera

    /** At one place. */
    data class At(val place: Position, val zoom: Double) : Camera

    /** Along with a traveller: [bearingDeg] points up, and what lies ahead gets more room than what lies behind. */
    data class Following(val place: Position, val bearingDeg: Double, val zoom: Double) : Camera
}

/** What was tapped on a map. */
sealed interface Tapped {
    data class Stop(val route: String, val stop: String) : Tapped

    data class Place(val place: String) : Tapped

    data class Route(val route: String) : Tapped
}

/** A map on the screen. */
interface MapSurface {
    val view: View

    /** What to do when something of the map is tapped. */
    var onTap: (Tapped) -> Unit

    /** What to do when the traveller moves the map by hand. */
    var onMoved: () -> Unit

    /** Draws by a style; layers keep what was shown in them last. */
    fun draw(style: String)

    /** Shows other features in a layer. */
    fun show(layer: MapLayer, geoJson: String)

    /** Looks somewhere. */
    fun look(camera: Camera)

    fun onStart()

    fun onStop()

    fun onLowMemory()

    fun onDestroy()
}
