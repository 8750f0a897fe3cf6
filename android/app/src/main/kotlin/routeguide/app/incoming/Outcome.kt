/*
 * What came of files that were handed in. How it is told stands in OutcomeTold.
 */
package routeguide.app.incoming

import routeguide.Installation
import routeguide.Recording
import routeguide.Restored
import routeguide.Said

/** What came of files. */
data class Outcome(
    val brought: List<Recording> = emptyList(),
    /** Tracks that were here already, and have now what a newer file says of them. */
    val updated: List<Recording> = emptyList(),
    val known: List<UInt> = emptyList(),
    val joinable: List<Joinable> = emptyList(),
    val installed: List<Installed> = emptyList(),
    val restored: List<Restored> = emptyList(),
    val refused: List<Refusal> = emptyList(),
    /** What to know of the files whose tracks came in, and how much more there would be. */
    val remarks: List<String> = emptyList(),
    val moreRemarks: Int = 0,
) {
    /** The tracks that came in; where there are none, those that were here already. */
    val tracks: List<UInt> get() = (brought + updated).map { it.number }.ifEmpty { known }

    /** Whether anything came in, or was here already. */
    val isIn: Boolean get() = tracks.isNotEmpty() || installed.isNotEmpty() || restored.any { it.hasAnything }

    operator fun plus(more: Outcome): Outcome = Outcome(
        brought + more.brought,
        updated + more.updated,
        known + more.known,
        joinable + more.joinable,
        installed + more.installed,
        restored + more.restored,
        refused + more.refused,
        remarks + more.remarks,
        moreRemarks + more.moreRemarks,
    )
}

/** Tracks of one file that go on in one another: one of them, and what all would be called as one. */
data class Joinable(val track: UInt, val name: String)

/** A bundle that was taken in, by the name of its file. */
data class Installed(val file: String, val how: Installation)

/** A file that was not taken in. */
data class Refusal(val file: String, val reason: Reason)

/** Why it was not. */
sealed interface Reason {
    data class Core(val said: Said) : Reason

    data class Copying(val why: Why) : Reason
}

/** Whether a backup held tracks. */
val Restored.hasTracks: Boolean get() = listOf(recordings, extended, known).any { it > 0u }

private val Restored.hasAnything get() = hasTracks || listOf(favourites, notes, settings).any { it > 0u }
