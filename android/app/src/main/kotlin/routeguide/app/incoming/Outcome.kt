/*
 * What came of files that were handed in. How it is told stands in OutcomeTold.
 */
package routeguide.app.incoming

import routeguide.Installation
import routeguide.Restored
import routeguide.Said

/** What came of files. */
data class Outcome(
    val brought: List<UInt> = emptyList(),
    val known: List<UInt> = emptyList(),
    val installed: List<Installed> = emptyList(),
    val restored: List<Restored> = emptyList(),
    val refused: List<Refusal> = emptyList(),
) {
    /** Whether anything came in, or was here already. */
    val isIn: Boolean
        get() = listOf(brought, known, installed).any { it.isNotEmpty() } || restored.any { it.hasAnything }

    operator fun plus(more: Outcome): Outcome = Outcome(
        brought + more.brought,
        known + more.known,
        installed + more.installed,
        restored + more.restored,
        refused + more.refused,
    )
}

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
