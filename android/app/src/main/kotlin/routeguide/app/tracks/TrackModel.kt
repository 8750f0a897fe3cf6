/*
 * What the screen of one track shows, and what can be done with it: another name, a copy for others, the bin and back.
 */
package routeguide.app.tracks

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import routeguide.GpxProfile
import routeguide.Library
import routeguide.MapBounds
import routeguide.Milestone
import routeguide.Recording
import routeguide.RecordingState
import routeguide.Way
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.home.said
import routeguide.app.home.value
import routeguide.app.shared.Wishes
import routeguide.app.shared.following
import java.io.File

/** A track. */
data class TrackShown(
    val recording: Recording,
    val milestones: List<Milestone>,
    /** The bundle whose map lies under it: that of the route it followed, or the first there is. */
    val ground: String?,
    val bounds: MapBounds?,
    /** Its line as a layer of the map. */
    val layer: String,
    /** Whether the guide goes on with it. */
    val isUnderway: Boolean,
    /** What it would be called as one with the tracks it came with; nothing where they do not go on in one another. */
    val joinable: String?,
)

/** The state of a track's screen. */
class TrackModel(private val home: Home, private val number: UInt) : ViewModel() {
    /** What was wished on it. */
    val wishes: Wishes = Wishes(viewModelScope)
    private val toShareNow = MutableStateFlow<File?>(null)

    /** What it shows. */
    val shown: StateFlow<Answer<TrackShown>?> = following(home) { ask { library -> library.read() } }

    /** A file that was written and waits to be offered to other apps. */
    val toShare: StateFlow<File?> = toShareNow.asStateFlow()

    /** Gives it another name; an empty one takes its name away. */
    fun rename(name: String): Unit = wishes.make { home.change { it.renameRecording(number, name) } }

    /** Puts it into the bin; [then] is called once it is there. */
    fun discard(then: () -> Unit): Unit = wishes.make {
        home.change { it.discardRecording(number, home.nowMs()) }.also { if (it.said == null) then() }
    }

    /** Takes it out of the bin. */
    fun takeBack(): Unit = wishes.make { home.change { it.takeBackRecording(number) } }

    /** Makes one track of it and those it came with; [then] is called with its number. */
    fun join(then: (UInt) -> Unit): Unit = wishes.make {
        home.change { it.join(number, home.nowMs()) }.also { joined -> joined.value?.let(then) }
    }

    /** Writes it for other apps. */
    fun share(profile: GpxProfile, into: File): Unit = wishes.make {
        val answer = home.ask { it.exportRecording(number, profile, into.path) }
        if (answer.said == null) toShareNow.value = into
        answer
    }

    /** The file was offered. */
    fun shared() {
        toShareNow.value = null
    }

    private fun Library.read(): TrackShown {
        val recording = recordings().firstOrNull { it.number == number }
        // The core says that it is not there.
        val bounds = boundsOf(number)
        val bundles = bundles().map { it.manifest.id }
        return TrackShown(
            recording = checkNotNull(recording),
            milestones = milestonesOf(recording.key),
            ground = (recording.way as? Way.Route)?.bundle?.takeIf { it in bundles } ?: bundles.firstOrNull(),
            bounds = bounds,
            layer = trackLayer(number),
            isUnderway = underway()?.recording == number,
            joinable = if (recording.state == RecordingState.BINNED) null else joinable(number),
        )
    }
}
