/*
 * What a route's screen shows, and what it changes. What it looks like lives in RouteScreen.
 */
package routeguide.app.route

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import routeguide.BundleManifest
import routeguide.GpxProfile
import routeguide.Heights
import routeguide.KeptItem
import routeguide.Library
import routeguide.MilestoneKind
import routeguide.RouteDetails
import routeguide.Stage
import routeguide.Standing
import routeguide.Stop
import routeguide.TravelMode
import routeguide.Way
import routeguide.WrittenRoute
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.shared.following
import routeguide.app.shared.setFavourite
import java.io.File

/** Enough for a drawing as wide as a phone is long. */
private const val PROFILE_HEIGHTS = 480u

/** A route's screen. */
data class RouteShown(
    val route: RouteDetails,
    val days: List<Day>,
    val modes: List<TravelMode>,
    /** Where the traveller stopped on the way, unless at its end. */
    val standing: Standing?,
    /** The end was reached and nothing begun since. */
    val isDone: Boolean,
    val isFavourite: Boolean,
    /** By the bundle, which has sources and licences in it. */
    val manifest: BundleManifest,
    /** In metres at even distances along the line, where they are known. */
    val heights: List<Double>?,
)

/** A stage with its stops. */
data class Day(val stage: Stage, val modes: List<TravelMode>, val stops: List<StopOnRoute>)

/** A stop in its list. */
data class StopOnRoute(
    val stop: Stop,
    /** How one gets here from the stop before. */
    val modes: List<TravelMode>,
    val isVisited: Boolean,
)

/** A route's state. */
class RouteModel(private val home: Home, private val bundle: String, private val route: String) : ViewModel() {
    /** What the screen shows. */
    val shown: StateFlow<Answer<RouteShown>?> = following(home) { read() }

    /** Marks it as liked, or no longer. */
    fun like(name: String, isLiked: Boolean) {
        viewModelScope.launch { home.setFavourite(bundle, KeptItem.Route(route), name, isLiked) }
    }

    /** Writes it, or one of its stages, as GPX. */
    suspend fun export(stage: String?, profile: GpxProfile, file: File): Answer<WrittenRoute> =
        home.askBundle(bundle) { it.exportGpx(route, stage, profile, file.path, home.nowMs()) }

    private suspend fun Home.read(): Answer<RouteShown> = ask { library ->
        val opened = bundle(bundle)
        val details = opened.route(route)
        val visited = library.visited(bundle, route)
        val standing = library.standing(Way.Route(bundle, route), false)
        RouteShown(
            route = details,
            days = days(details, visited),
            modes = details.legs.map { it.mode }.distinct(),
            standing = standing?.takeIf { it.share < 1 },
            isDone = standing?.let { it.share >= 1 } ?: false,
            isFavourite = library.favourites().any { it.bundle == bundle && it.item == KeptItem.Route(route) },
            manifest = opened.manifest(),
            heights = opened.profile(route, PROFILE_HEIGHTS)?.let(::Heights),
        )
    }
}

private fun Library.visited(bundle: String, route: String): Set<String> =
    milestones(bundle, route).filter { it.kind == MilestoneKind.VISITED }.mapTo(HashSet()) { it.item }

private fun days(route: RouteDetails, visited: Set<String>): List<Day> {
    val before = route.stops.zipWithNext().associate { (before, stop) -> stop.id to before.alongM }
    return route.stages.map { stage ->
        val stops = route.stops.filter { it.stage == stage.id }.map { stop ->
            StopOnRoute(stop, route.modes(before[stop.id] ?: 0.0, stop.alongM), stop.id in visited)
        }
        Day(stage, route.modes(stage.fromM, stage.toM), stops)
    }
}

private fun RouteDetails.modes(fromM: Double, toM: Double): List<TravelMode> =
    legs.filter { it.toM > fromM && it.fromM < toM }.map { it.mode }.distinct()
