/*
 * What the search screen shows for what has been typed so far: asked of the core with every pause in the typing.
 *
 * How things are found, and in what order, is the core's.
 */
package routeguide.app.search

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.SharingStarted
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.mapLatest
import kotlinx.coroutines.flow.stateIn
import routeguide.Found
import routeguide.FoundThing
import routeguide.SearchAnswer
import routeguide.SearchQuery
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.home.map
import routeguide.app.navigation.Screen
import routeguide.app.shared.screen
import routeguide.app.whereabouts.Whereabouts

/** A pause in the typing: shorter ones are between two letters. */
private const val PAUSE_MS = 120L

/** More nobody reads: whoever does not find it there types another letter. */
private const val MOST_FOUND = 60u

/** How long what was found stays when the screen is turned. */
private const val LINGER_MS = 5_000L

/** The kinds of things that are found. */
enum class Group { ROUTES, STAGES, STOPS, PLACES }

/** One thing that was found, and the screen it opens. */
data class Finding(val found: Found, val screen: Screen)

/** What was found for a text, in groups, the one with the best finding first. */
data class Findings(val text: String, val groups: Map<Group, List<Finding>>) {
    /** How many things were found. */
    val size: Int get() = groups.values.sumOf { it.size }
}

/** The search screen's state. */
@OptIn(ExperimentalCoroutinesApi::class)
class SearchModel(private val home: Home, private val whereabouts: Whereabouts) : ViewModel() {
    private val typed = MutableStateFlow("")

    /** What was found for the text that was typed last; nothing while there is none. */
    val shown: StateFlow<Answer<Findings>?> = combine(typed, home.changes) { text, _ -> text }
        // A newer text ends waiting for the answer to an older one.
        .mapLatest(::find)
        .stateIn(viewModelScope, SharingStarted.WhileSubscribed(LINGER_MS), null)

    /** The traveller has typed this so far. */
    fun type(text: String) {
        typed.value = text
    }

    private suspend fun find(text: String): Answer<Findings>? {
        if (text.isBlank()) return null
        delay(PAUSE_MS)
        return home.ask { it.search(SearchQuery(text, whereabouts.recent, MOST_FOUND)) }.map { findings(text, it) }
    }
}

private fun findings(text: String, answer: SearchAnswer) = Findings(
    text,
    answer.found
        .map { Finding(it, it.thing.screen(it.bundle)) }
        .groupBy { group(it.found.thing) },
)

private fun group(thing: FoundThing): Group = when (thing) {
    is FoundThing.Route -> Group.ROUTES
    is FoundThing.Stage -> Group.STAGES
    is FoundThing.Stop -> Group.STOPS
    is FoundThing.Place -> Group.PLACES
}
