/*
 * What the first screen shows: the routes of all bundles, where the traveller stopped, their newest tracks.
 */
package routeguide.app.routes

import androidx.lifecycle.ViewModel
import kotlinx.coroutines.flow.StateFlow
import routeguide.MapTheme
import routeguide.Recording
import routeguide.RecordingState
import routeguide.RouteListing
import routeguide.Sketch
import routeguide.WayStanding
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.home.value
import routeguide.app.shared.CoverBox
import routeguide.app.shared.following

/** How many of the newest tracks the first screen shows. */
private const val TRACKS_SHOWN = 3

/** A route on the first screen. */
data class RouteCard(val bundle: String, val listing: RouteListing)

/** The first screen. */
data class RoutesShown(
    val cards: List<RouteCard>,
    /** The way the traveller was last on and has not ended. */
    val last: WayStanding?,
    val tracks: List<Recording>,
)

/** The first screen's state. */
class RoutesModel(private val home: Home) : ViewModel() {
    /** What it shows. */
    val shown: StateFlow<Answer<RoutesShown>?> = following(home) { read() }

    /** The drawn cover of a route; nothing where it cannot be drawn. */
    suspend fun cover(card: RouteCard, theme: MapTheme): Sketch? =
        home.askBundle(card.bundle) { it.sketch(card.listing.id, theme, CoverBox.WIDTH, CoverBox.HEIGHT) }.value

    private suspend fun Home.read(): Answer<RoutesShown> = ask { library ->
        val cards = library.bundles().flatMap { installed ->
            bundle(installed.manifest.id).routes().map { RouteCard(installed.manifest.id, it) }
        }
        // To what is under way a line of its own leads back.
        val underway = library.underway()?.way
        RoutesShown(
            cards = cards,
            last = library.standings().firstOrNull { it.standing.share < 1 }?.takeIf { it.way != underway },
            tracks = library.recordings()
                .filter { it.state != RecordingState.BINNED }
                .sortedByDescending { it.startedMs }
                .take(TRACKS_SHOWN),
        )
    }
}
