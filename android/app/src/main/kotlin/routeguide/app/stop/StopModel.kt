/*
 * What a stop's screen shows, and what it changes. What it looks like lives in StopScreen.
 */
package routeguide.app.stop

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import routeguide.KeptItem
import routeguide.MilestoneKind
import routeguide.Note
import routeguide.Stop
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.navigation.Screen
import routeguide.app.shared.following
import routeguide.app.shared.notesOn
import routeguide.app.shared.setFavourite

/** A stop's screen. */
data class StopShown(
    val stop: Stop,
    val route: String,
    /** Those before and after it on the route. */
    val before: Stop?,
    val after: Stop?,
    /** When the traveller was last here. */
    val visitedMs: Long?,
    val isFavourite: Boolean,
    val notes: List<Note>,
)

/** A stop's state. */
class StopModel(private val home: Home, private val screen: Screen.Stop) : ViewModel() {
    private val item = KeptItem.Stop(screen.stop)

    /** What the screen shows; nothing in the answer where the route has no such stop. */
    val shown: StateFlow<Answer<StopShown?>?> = following(home) { read() }

    /** Marks it as liked, or no longer. */
    fun like(name: String, isLiked: Boolean) {
        viewModelScope.launch { home.setFavourite(screen.bundle, item, name, isLiked) }
    }

    private suspend fun Home.read(): Answer<StopShown?> = ask { library ->
        val route = bundle(screen.bundle).route(screen.route)
        val number = route.stops.indexOfFirst { it.id == screen.stop }
        if (number < 0) return@ask null
        StopShown(
            stop = route.stops[number],
            route = route.name,
            before = route.stops.getOrNull(number - 1),
            after = route.stops.getOrNull(number + 1),
            visitedMs = library.milestones(screen.bundle, screen.route)
                .filter { it.kind == MilestoneKind.VISITED && it.item == screen.stop }
                .maxOfOrNull { it.timeMs },
            isFavourite = library.favourites().any { it.bundle == screen.bundle && it.item == item },
            notes = library.notesOn(screen.bundle, item),
        )
    }
}
