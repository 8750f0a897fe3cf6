/*
 * What the screen of bundles shows: those that are installed, the room that everything takes, damage that was found.
 */
package routeguide.app.bundles

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.StateFlow
import routeguide.Damage
import routeguide.InstalledBundle
import routeguide.RecordingState
import routeguide.StorageUse
import routeguide.Way
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.shared.Wishes
import routeguide.app.shared.following

/** The bundles, and what else lies on the phone. */
data class BundlesShown(
    val bundles: List<InstalledBundle>,
    val storage: StorageUse,
    val damages: List<Damage>,
    /** The bundle of the journey under way: it is needed. */
    val needed: String?,
    /** How many tracks freeing would delete for good. */
    val binned: Int,
)

/** The screen's state. */
class BundlesModel(private val home: Home) : ViewModel() {
    /** What was wished on it. */
    val wishes: Wishes = Wishes(viewModelScope)

    /** What it shows. */
    val shown: StateFlow<Answer<BundlesShown>?> = following(home) { read() }

    /** Takes a bundle away. */
    fun remove(bundle: InstalledBundle): Unit = wishes.make { home.uninstall(bundle.manifest.id) }

    /** Gives back room that nothing needs. */
    fun free(): Unit = wishes.make { home.change { it.free() } }

    /** The traveller knows of the damages. */
    fun acknowledge(): Unit = wishes.make { home.change { it.acknowledgeDamages() } }

    /** Deletes the damaged files that were set aside. */
    fun removeDamaged(): Unit = wishes.make { home.change { it.removeDamaged() } }

    private suspend fun Home.read(): Answer<BundlesShown> = ask { library ->
        BundlesShown(
            bundles = library.bundles(),
            storage = library.storage(),
            damages = library.damages(),
            needed = (library.underway()?.way as? Way.Route)?.bundle,
            binned = library.recordings().count { it.state == RecordingState.BINNED },
        )
    }
}
