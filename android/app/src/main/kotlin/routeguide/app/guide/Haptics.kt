/*
 * Cues that are felt: each kind by itself, so that a phone in the pocket tells them apart.
 */
package routeguide.app.guide

import android.content.Context
import android.os.VibrationEffect
import android.os.Vibrator
import routeguide.CueEvent
import routeguide.app.phoneService

/** What is felt. */
enum class Touch {
    /** Something lies ahead. */
    ONCE,

    /** Something is reached. */
    TWICE,

    /** Something is wrong. */
    LONG,
}

/** What is felt at a cue. */
val CueEvent.touch: Touch?
    get() = when (this) {
        is CueEvent.StopAhead, is CueEvent.ModeAhead, is CueEvent.InView, is CueEvent.BackOnRoute -> Touch.ONCE
        is CueEvent.Arrived, is CueEvent.StageEnded, CueEvent.RouteEnded -> Touch.TWICE
        is CueEvent.LeftRoute -> Touch.LONG
        else -> null
    }

/** Something that can be felt. */
fun interface Haptics {
    fun feel(touch: Touch)
}

/** The vibrator of this phone. */
class PhoneHaptics(context: Context) : Haptics {
    private val vibrator = context.phoneService<Vibrator>()

    override fun feel(touch: Touch) = vibrator.vibrate(
        when (touch) {
            Touch.ONCE -> VibrationEffect.createOneShot(200, VibrationEffect.DEFAULT_AMPLITUDE)
            Touch.TWICE -> VibrationEffect.createWaveform(longArrayOf(0, 200, 150, 200), -1)
            Touch.LONG -> VibrationEffect.createWaveform(longArrayOf(0, 600, 200, 600), -1)
        },
    )
}
