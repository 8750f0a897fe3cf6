/*
 * What the emergency screen shows: which numbers to call, where the traveller is, what is near them.
 */
package routeguide.app.emergency

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.SharingStarted
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.mapLatest
import kotlinx.coroutines.flow.stateIn
import routeguide.Nearby
import routeguide.Position
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.home.map
import routeguide.app.shared.following
import routeguide.app.whereabouts.Whereabouts

private const val LINGER_MS = 5_000L

/** The emergency screen's state. */
@OptIn(ExperimentalCoroutinesApi::class)
class EmergencyModel(private val home: Home, val whereabouts: Whereabouts) : ViewModel() {
    /** The numbers, the one that answers everywhere first. */
    val numbers: StateFlow<Answer<List<EmergencyNumber>>?> = following(home) { readNumbers() }

    /** What is nearest to the traveller; nothing where no place is known. */
    val nearest: StateFlow<Answer<Nearby?>?> =
        combine(whereabouts.here.map { it.position }.distinctUntilChanged(), home.changes) { here, _ -> here }
            .mapLatest { here -> here?.let { nearestTo(it) } }
            .stateIn(viewModelScope, SharingStarted.WhileSubscribed(LINGER_MS), null)

    private suspend fun nearestTo(here: Position) = home.ask { it.nearby(here, null, 1u) }.map { it.firstOrNull() }

    private suspend fun Home.readNumbers() = ask { library -> emergencyNumbers(library.bundles().map { it.manifest }) }
}
