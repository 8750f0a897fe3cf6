/*
 * What the map screen shows: a bundle's routes, stops and places, drawn and listed, and what is near the traveller.
 *
 * How the map looks, what is near and how far is the core's.
 */
package routeguide.app.mapview

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.SharingStarted
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.mapLatest
import kotlinx.coroutines.flow.stateIn
import routeguide.Away
import routeguide.BundleManifest
import routeguide.Fix
import routeguide.Library
import routeguide.MapBounds
import routeguide.Nearby
import routeguide.Position
import routeguide.RouteDetails
import routeguide.StopCategory
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.home.value
import routeguide.app.map.Tapped
import routeguide.app.shared.Spot
import routeguide.app.shared.spot
import routeguide.app.whereabouts.Whereabouts
import routeguide.away
import routeguide.hereLayer
import java.io.Serializable

/** How many of the nearest things are listed: more than a day's walk on any route. */
private const val NEAREST = 100u

private const val LINGER_MS = 5_000L

/** What of the map the traveller wants to see. */
data class MapChoice(
    /** One of the bundles; the first until they choose. */
    val bundle: String? = null,
    /** Kinds of stops; all of them while none is chosen. */
    val categories: Set<StopCategory> = emptySet(),
) : Serializable {
    /** The kinds as the core takes them. */
    val asked: List<StopCategory>? get() = categories.toList().ifEmpty { null }

    /** The same choice with a kind more, or less. */
    fun toggled(category: StopCategory): MapChoice =
        copy(categories = if (category in categories) categories - category else categories + category)
}

/** What a bundle puts on the map. */
data class Ground(
    val bundle: BundleManifest,
    val bundles: List<BundleManifest>,
    val routes: List<RouteDetails>,
    /** The kinds of its stops. */
    val categories: List<StopCategory>,
    /** Around all of its routes; nothing where it has none. */
    val bounds: MapBounds?,
)

/** The map screen's state. */
@OptIn(ExperimentalCoroutinesApi::class)
class MapModel(private val home: Home, val whereabouts: Whereabouts) : ViewModel() {
    private val choice = MutableStateFlow(MapChoice())
    private val position: Flow<Position?> = whereabouts.here.map { it.position }.distinctUntilChanged()

    /** What is on the map; nothing in it where no bundle is installed. */
    val ground: StateFlow<Answer<Ground?>?> =
        combine(choice.map { it.bundle }.distinctUntilChanged(), home.changes) { bundle, _ -> bundle }
            .mapLatest { bundle -> home.ask { read(it, bundle) } }
            .stateIn(viewModelScope, SharingStarted.WhileSubscribed(LINGER_MS), null)

    /** What lies near the traveller, nearest first; nothing while their place is not known. */
    val nearby: StateFlow<Answer<List<Nearby>>?> =
        combine(position, choice, home.changes) { here, choice, _ -> here to choice }
            .mapLatest { (here, choice) -> here?.let { home.ask { near(it, here, choice.asked) } } }
            .stateIn(viewModelScope, SharingStarted.WhileSubscribed(LINGER_MS), null)

    /** The traveller on the map; a place that the core does not believe is not drawn. */
    val hereLayer: StateFlow<String?> = whereabouts.here.map { it.fix }.distinctUntilChanged()
        .mapLatest { fix -> fix?.let { drawn(it) } }
        .stateIn(viewModelScope, SharingStarted.WhileSubscribed(LINGER_MS), null)

    /** The traveller wants to see this. */
    fun choose(choice: MapChoice) {
        this.choice.value = choice
    }

    /** What was tapped; nothing if it is gone. */
    suspend fun spot(ground: Ground, tapped: Tapped): Answer<Spot?> = home.ask {
        val bundle = ground.bundle.id
        when (tapped) {
            is Tapped.Route -> ground.routes.find { it.id == tapped.route }?.spot(bundle)
            is Tapped.Stop -> {
                val stop = ground.routes.find { it.id == tapped.route }?.stops?.find { it.id == tapped.stop }
                stop?.spot(bundle, tapped.route, awayFromHere(stop.position))
            }
            is Tapped.Place -> {
                val place = home.bundle(bundle).place(tapped.place)
                place.spot(bundle, awayFromHere(place.position))
            }
        }
    }

    private fun awayFromHere(place: Position): Away? = whereabouts.here.value.position?.let { away(it, place) }

    private fun near(library: Library, here: Position, categories: List<StopCategory>?): List<Nearby> {
        val shown = ground.value?.value?.bundle?.id
        return library.nearby(here, categories, NEAREST).filter { shown == null || it.bundle == shown }
    }

    private suspend fun drawn(fix: Fix) =
        home.ask { hereLayer(Position(fix.lat, fix.lon), fix.accuracyM, fix.courseDeg, fix.speedMps) }.value

    private fun read(library: Library, wanted: String?): Ground? {
        val bundles = library.bundles().map { it.manifest }
        val shown = bundles.find { it.id == wanted } ?: bundles.firstOrNull() ?: return null
        val opened = home.bundle(shown.id)
        return Ground(
            bundle = shown,
            bundles = bundles,
            routes = opened.routes().map { opened.route(it.id) },
            categories = opened.categories(),
            bounds = opened.bounds(),
        )
    }
}
