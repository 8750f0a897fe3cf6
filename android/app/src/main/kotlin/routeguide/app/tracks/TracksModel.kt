/*
 * What the list of the traveller's own tracks shows: rides and imported tracks, the newest first, and what lies in the bin.
 */
package routeguide.app.tracks

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import routeguide.MapTheme
import routeguide.Recording
import routeguide.RecordingState
import routeguide.Sketch
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.home.value
import routeguide.app.shared.Wishes
import routeguide.app.shared.following

/** The box that the small maps of tracks are laid out in. */
object SketchBox {
    const val WIDTH: Double = 96.0
    const val HEIGHT: Double = 72.0
}

/** The list of tracks. */
data class TracksShown(
    val kept: List<Recording>,
    val binned: List<Recording>,
    /** The number of the one that the guide goes on with. */
    val underway: UInt?,
    /** How long the bin keeps them. */
    val binDays: Int,
)

/** The list's state. */
class TracksModel(private val home: Home) : ViewModel() {
    /** What was wished on it. */
    val wishes: Wishes = Wishes(viewModelScope)

    /** What it shows. */
    val shown: StateFlow<Answer<TracksShown>?> = following(home) { read() }

    init {
        // The bin keeps things for as long as the screen says, and no longer.
        viewModelScope.launch { home.ask { it.emptyBin(home.nowMs()) } }
    }

    /** The small map of a track; nothing where it cannot be drawn. */
    suspend fun sketch(track: Recording, theme: MapTheme): Sketch? =
        home.ask { it.sketchOf(track.number, theme, SketchBox.WIDTH, SketchBox.HEIGHT) }.value

    /** Takes a track out of the bin. */
    fun takeBack(track: Recording): Unit = wishes.make { home.change { it.takeBackRecording(track.number) } }

    /** Deletes for good what is in the bin. */
    fun emptyBin(): Unit = wishes.make { home.change { it.free() } }

    private suspend fun Home.read(): Answer<TracksShown> = ask { library ->
        val (binned, kept) = library.recordings().partition { it.state == RecordingState.BINNED }
        TracksShown(
            kept = kept.sortedByDescending { it.startedMs },
            binned = binned.sortedByDescending { it.binnedMs },
            underway = library.underway()?.recording,
            binDays = library.settings().binDays.toInt(),
        )
    }
}
