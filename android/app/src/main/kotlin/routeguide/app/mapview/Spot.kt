/*
 * A thing on the map as the list and the card tell of it, and the screen that tells the rest.
 */
package routeguide.app.mapview

import routeguide.FoundThing
import routeguide.Nearby
import routeguide.Position
import routeguide.RouteDetails
import routeguide.Stop
import routeguide.app.R
import routeguide.app.navigation.Screen
import routeguide.app.shared.icon

/** How far away something is, and where. */
data class Away(val distanceM: Double, val bearingDeg: Double)

/** A thing on the map. */
data class Spot(
    val screen: Screen,
    val name: String,
    /** What it is; nothing for a route. */
    val kind: String?,
    val icon: Int,
    /** Nothing for a route, which is in many places. */
    val position: Position?,
    /** Nothing while the traveller's place is not known. */
    val away: Away?,
    /** Of a route. */
    val lengthM: Double? = null,
)

/** A route on the map. */
fun RouteDetails.spot(bundle: String) =
    Spot(Screen.Route(bundle, id), name, null, R.drawable.ic_route, null, null, lengthM)

/** A stop on the map. */
fun Stop.spot(bundle: String, route: String, away: Away? = null) =
    Spot(Screen.Stop(bundle, route, id), name, kind, category.icon, position, away)

/** What lies near the traveller. */
fun Nearby.spot() = Spot(screen, name, kind, icon, position, Away(distanceM, bearingDeg))

private val Nearby.screen: Screen
    get() = when (val thing = thing) {
        is FoundThing.Route -> Screen.Route(bundle, thing.route)
        is FoundThing.Stage -> Screen.Route(bundle, thing.route)
        is FoundThing.Stop -> Screen.Stop(bundle, thing.route, thing.stop)
        is FoundThing.Place -> Screen.Place(bundle, thing.place, name, position.lat, position.lon)
    }

private val Nearby.icon: Int
    get() = when (val thing = thing) {
        is FoundThing.Route, is FoundThing.Stage -> R.drawable.ic_route
        is FoundThing.Stop -> thing.category.icon
        is FoundThing.Place -> thing.kind.icon
    }
