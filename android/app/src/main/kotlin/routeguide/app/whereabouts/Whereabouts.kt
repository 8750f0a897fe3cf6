/*
 * Where the traveller is, for a screen that they asked to show it: from the moment it is asked until the screen is left.
 *
 * The guide takes its own fixes, from a source of its own: what is begun and ended here does not touch it. Whether a
 * place is believed, and what is near it, is the core's.
 */
package routeguide.app.whereabouts

import android.os.SystemClock
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import routeguide.Fix
import routeguide.Position
import routeguide.app.guide.Allowed
import routeguide.app.guide.FixSource
import routeguide.app.guide.Rate
import routeguide.app.guide.Signal

/** Often enough for someone who stands and looks. */
private val looking = Rate(everyMs = 2_000, accuracyM = 10.0)

/** Older than this, the phone's last place says little of where the traveller is now. */
private const val RECENT_MS = 15 * 60_000L

/** The traveller's place as far as it is known. */
data class Here(
    /** How the phone's positions stand; nothing while nobody asked. */
    val signal: Signal? = null,
    val fix: Fix? = null,
) {
    /** The place; nothing while it is not known. */
    val position: Position? get() = fix?.let { Position(it.lat, it.lon) }
}

/** Where the traveller is. */
class Whereabouts(private val fixes: FixSource) {
    private val hereNow = MutableStateFlow(Here())

    /** The place, as it changes. */
    val here: StateFlow<Here> = hereNow.asStateFlow()

    /** Whether it may be known, exactly or roughly. */
    val isAllowed: Boolean get() = fixes.allowed != Allowed.NOTHING

    /** The place where the phone was last, if that is not long ago; asks nothing of the phone. */
    val recent: Position?
        get() = if (isAllowed) fixes.last?.takeIf { it.ageMs < RECENT_MS }?.let { Position(it.lat, it.lon) } else null

    /** Looks for the place until [stop]. An older place is shown meanwhile, with its age. */
    fun start() {
        if (!isAllowed) {
            hereNow.value = Here(Signal.NOT_ALLOWED)
            return
        }
        hereNow.update { Here(Signal.WAITING, it.fix ?: fixes.last) }
        fixes.start(looking, ::take) { signal -> hereNow.update { it.copy(signal = signal) } }
    }

    /** Ends looking; the place stays known. */
    fun stop() = fixes.stop()

    private fun take(fix: Fix) {
        hereNow.value = Here(Signal.THERE, fix)
    }
}

/** How long ago a fix was. */
val Fix.ageMs: Long get() = SystemClock.elapsedRealtime() - (monotonicMs ?: 0)
