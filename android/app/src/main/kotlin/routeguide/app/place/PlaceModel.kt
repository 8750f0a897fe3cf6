/*
 * What a place's screen shows besides what leads to it: its kind, what lies near it, the traveller's notes.
 */
package routeguide.app.place

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import routeguide.FoundThing
import routeguide.KeptItem
import routeguide.Nearby
import routeguide.Note
import routeguide.Position
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.navigation.Screen
import routeguide.app.shared.following
import routeguide.app.shared.notesOn
import routeguide.app.shared.setFavourite

/** How many things near a place are listed, the place among them. */
private const val NEARBY = 13u

/** A place's screen. */
data class PlaceShown(
    /** What kind of place it is, as a word, where the bundle is still on the phone. */
    val kind: String?,
    val nearby: List<Nearby>,
    val isFavourite: Boolean,
    val notes: List<Note>,
)

/** A place's state. */
class PlaceModel(private val home: Home, private val screen: Screen.Place) : ViewModel() {
    private val item = KeptItem.Place(screen.place)

    /** What the screen shows. */
    val shown: StateFlow<Answer<PlaceShown>?> = following(home) { read() }

    /** Marks it as liked, or no longer. */
    fun like(isLiked: Boolean) {
        viewModelScope.launch { home.setFavourite(screen.bundle, item, screen.name, isLiked) }
    }

    private suspend fun Home.read(): Answer<PlaceShown> = ask { library ->
        val (itself, others) = library.nearby(Position(screen.lat, screen.lon), null, NEARBY).partition(::isIt)
        PlaceShown(
            kind = itself.firstOrNull()?.kind,
            nearby = others,
            isFavourite = library.favourites().any { it.bundle == screen.bundle && it.item == item },
            notes = library.notesOn(screen.bundle, item),
        )
    }

    private fun isIt(nearby: Nearby): Boolean {
        val thing = nearby.thing
        return nearby.bundle == screen.bundle && thing is FoundThing.Place && thing.place == screen.place
    }
}
