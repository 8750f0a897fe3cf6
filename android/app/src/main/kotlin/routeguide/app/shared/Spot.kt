/*
 * A thing on the map as lists and cards tell of it, and the screen that tells the rest.
 */
package routeguide.app.shared

import androidx.compose.foundation.clickable
import androidx.compose.material3.Icon
import androidx.compose.material3.ListItem
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import routeguide.Away
import routeguide.FoundThing
import routeguide.Nearby
import routeguide.Place
import routeguide.Position
import routeguide.RouteDetails
import routeguide.Stop
import routeguide.app.R
import routeguide.app.navigation.Screen

/** A thing on the map. */
data class Spot(
    val screen: Screen,
    val name: String,
    /** What it is; nothing for a route. */
    val kind: String?,
    val icon: Int,
    /** Nothing for a route, which is in many places. */
    val position: Position?,
    /** Nothing while it is not known from where. */
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

/** A place on the map. */
fun Place.spot(bundle: String, away: Away?) =
    Spot(Screen.Place(bundle, id), name, kind, category.icon, position, away)

/** What lies near somewhere. */
fun Nearby.spot() = Spot(thing.screen(bundle), name, kind, thing.icon, position, Away(distanceM, bearingDeg))

/** The screen about what was found. */
fun FoundThing.screen(bundle: String): Screen = when (this) {
    is FoundThing.Route -> Screen.Route(bundle, route)
    is FoundThing.Stage -> Screen.Route(bundle, route)
    is FoundThing.Stop -> Screen.Stop(bundle, route, stop)
    is FoundThing.Place -> Screen.Place(bundle, place)
}

/** What it is, and how long or how far. */
@Composable
fun Spot.told(): String {
    val words = LocalWords.current
    return listOfNotNull(
        kind ?: stringResource(R.string.route),
        lengthM?.let { words.distance(it) },
        away?.let { "${words.distance(it.distanceM)} ${words.direction(it.bearingDeg)}" },
    ).joinToString(" · ")
}

/** A line of a list. */
@Composable
fun SpotRow(spot: Spot, modifier: Modifier = Modifier, open: (Screen) -> Unit) = ListItem(
    headlineContent = { Text(spot.name) },
    supportingContent = { Text(spot.told()) },
    leadingContent = { Icon(painterResource(spot.icon), null) },
    modifier = modifier.clickable(role = Role.Button) { open(spot.screen) },
)
