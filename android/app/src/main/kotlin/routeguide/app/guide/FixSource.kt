/*
 * Where fixes come from, as the guide sees it. The phone's own way of getting them lives in PhoneFixes.
 */
package routeguide.app.guide

import routeguide.Fix

/** How the phone's positions stand. */
enum class Signal {
    /** None came yet. */
    WAITING,

    /** They come. */
    THERE,

    /** None came for much longer than it should take. */
    LOST,

    /** Location is switched off on the phone. */
    SWITCHED_OFF,

    /** The app may not know where it is. */
    NOT_ALLOWED,
}

/** What the traveller lets the app know of where they are. */
enum class Allowed { NOTHING, ROUGHLY, EXACTLY }

/** How often and how exactly fixes are wanted. */
data class Rate(val everyMs: Long, val accuracyM: Double) {
    companion object {
        /** Until the core says otherwise. */
        val atFirst: Rate = Rate(everyMs = 1_000, accuracyM = 10.0)
    }
}

/** The phone's positions. */
interface FixSource {
    /** What the traveller allows. */
    val allowed: Allowed

    /** Whether location is switched on in the phone. */
    val isSwitchedOn: Boolean

    /** The last place the phone knows of, however old. */
    val last: Fix?

    /** Starts, or goes on at another rate. Both are called on the main thread. */
    fun start(rate: Rate, onFix: (Fix) -> Unit, onSignal: (Signal) -> Unit)

    /** Ends. */
    fun stop()
}
