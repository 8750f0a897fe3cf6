/*
 * What a traveller under way is shown, and how a fix changes it. The only place where a step of the core becomes a state
 * of the screen, the notification and the lock screen.
 */
package routeguide.app.guide

import routeguide.Cue
import routeguide.Fix
import routeguide.GuideUpdate
import routeguide.JourneyStep
import routeguide.Refused
import routeguide.Said
import routeguide.StopAhead
import routeguide.Tally
import routeguide.Way

/** How many cues can be looked at again. */
private const val CUES_SHOWN = 20

/** A traveller under way. */
data class Ride(
    val way: Way,
    val reversed: Boolean,
    /** Of the route or track. */
    val name: String,
    /** The number of the recording that the ride goes into. */
    val recording: UInt?,
    val isPaused: Boolean = false,
    val signal: Signal = Signal.WAITING,
    val rate: Rate = Rate.atFirst,
    /** The last fix that was believed; and when the last of all came by [android.os.SystemClock.elapsedRealtime]. */
    val fix: Fix? = null,
    val fixCameMs: Long = 0,
    /** What the core made of the last fix that it believed. */
    val update: GuideUpdate? = null,
    /** The stops that come, the next one first. */
    val stopsAhead: List<StopAhead> = emptyList(),
    /** Why it did not believe the last one. */
    val refused: Refused? = null,
    val tally: Tally? = null,
    /** Where the traveller was last known to be heading. */
    val courseDeg: Double? = null,
    /** The newest first, and when that one came. */
    val cues: List<Cue> = emptyList(),
    val cueCameMs: Long = 0,
    /** Why fixes are not kept at present, or the ride does not end. */
    val notKept: Said? = null,
    /** What was said when the place was found again after a change of the route; until there is something new to say. */
    val foundAgain: String? = null,
    /** The map's layers that go with it. */
    val hereLayer: String? = null,
    val stopsLayer: String? = null,
)

/** The same ride, one fix later. */
fun Ride.after(fix: Fix, cameMs: Long, step: JourneyStep): Ride {
    val told = step.step.update?.cues.orEmpty()
    return copy(
        signal = Signal.THERE,
        rate = Rate((step.step.nextFixAfterS * 1_000).toLong(), step.step.nextFixAccuracyM),
        fix = if (step.step.update != null) fix else this.fix,
        fixCameMs = cameMs,
        update = step.step.update ?: update,
        refused = step.step.refused,
        tally = step.tally ?: tally,
        courseDeg = fix.courseDeg ?: courseDeg,
        cues = (told.asReversed() + cues).take(CUES_SHOWN),
        cueCameMs = if (told.isEmpty()) cueCameMs else cameMs,
        notKept = step.notKept,
        foundAgain = foundAgain.takeIf { told.isEmpty() },
    )
}
