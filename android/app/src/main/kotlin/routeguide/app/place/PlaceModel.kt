/*
 * What a place's screen shows: the place, what lies near it, the traveller's notes.
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
import routeguide.Place
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
    val place: Place,
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
    fun like(name: String, isLiked: Boolean) {
        viewModelScope.launch { home.setFavourite(screen.bundle, item, name, isLiked) }
    }

    private suspend fun Home.read(): Answer<PlaceShown> = ask { library ->
        val place = bundle(screen.bundle).place(screen.place)
        PlaceShown(
            place = place,
            nearby = library.nearby(place.position, null, NEARBY).filterNot(::isIt),
            isFavourite = library.favourites().any { it.bundle == screen.bundle && it.item == item },
            notes = library.notesOn(screen.bundle, item),
        )
    }

    private fun isIt(nearby: Nearby): Boolean {
        val thing = nearby.thing
        return nearby.bundle == screen.bundle && thing is FoundThing.Place && thing.place == screen.place
    }
}
