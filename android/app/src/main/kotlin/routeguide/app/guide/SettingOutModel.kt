/*
 * How far a traveller who wishes to set out has come: what still stands in the way, in the order in which it is asked.
 */
package routeguide.app.guide

import android.content.Context
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import routeguide.Departure
import routeguide.Said
import routeguide.Way
import routeguide.app.home.said
import routeguide.app.parts

/** What stands between the wish and the way. */
sealed interface Hurdle {
    /** Another ride is under way. */
    data class OtherRide(val name: String) : Hurdle

    /** The app may not see where it is, and has not yet said why it should. */
    data object Why : Hurdle

    /** The traveller refused. */
    data object Refused : Hurdle

    /** The app may know only roughly where it is. */
    data object Roughly : Hurdle

    /** Location is switched off on the phone. */
    data object SwitchedOff : Hurdle

    /** The app may not show notifications; the guide does without. */
    data object Notices : Hurdle

    /** The core says no. */
    data class Failed(val said: Said) : Hurdle
}

private data class Wish(val way: Way, val reversed: Boolean, val departure: Departure, val overcome: Set<Hurdle> = emptySet())

/** Setting out, as it is asked about. */
class SettingOutModel(private val context: Context) : ViewModel() {
    private val guiding get() = context.parts.guiding
    private val fixes get() = context.parts.doors.fixes
    private var wish: Wish? = null

    /** What is asked now. */
    var hurdle: Hurdle? by mutableStateOf(null)
        private set

    /** Whether the traveller is under way now, and has not been shown so. */
    var isUnderway: Boolean by mutableStateOf(false)
        private set

    /** The wish to set out. On the same way again it leads back to the guide. */
    fun setOut(way: Way, reversed: Boolean, departure: Departure) {
        val ride = guiding.ride.value
        if (ride?.way == way && ride.reversed == reversed && departure == Departure.CONTINUE) {
            isUnderway = true
            return
        }
        wish = Wish(way, reversed, departure)
        look()
    }

    /** Looks what stands in the way now, and sets out where nothing does. */
    fun look() {
        val wish = wish ?: return
        hurdle = hurdles().firstOrNull { it !in wish.overcome }
        if (hurdle == null) setOut(wish)
    }

    /** Asked about: looked at again when the system has an answer. */
    fun ask(vararg hurdles: Hurdle) {
        wish = wish?.let { it.copy(overcome = it.overcome + hurdles) }
        hurdle = null
    }

    /** The traveller goes on in spite of it. */
    fun overcome(hurdle: Hurdle) {
        if (hurdle is Hurdle.Failed) return giveUp()
        ask(hurdle)
        look()
    }

    /** Not now. */
    fun giveUp() {
        wish = null
        hurdle = null
    }

    /** The traveller is shown the guide. */
    fun seen() {
        isUnderway = false
    }

    private fun hurdles(): List<Hurdle> = listOfNotNull(
        guiding.ride.value?.let { Hurdle.OtherRide(it.name) },
        Hurdle.Why.takeIf { fixes.allowed == Allowed.NOTHING },
        Hurdle.Refused.takeIf { fixes.allowed == Allowed.NOTHING },
        Hurdle.Roughly.takeIf { fixes.allowed == Allowed.ROUGHLY },
        Hurdle.SwitchedOff.takeUnless { fixes.isSwitchedOn },
        Hurdle.Notices.takeIf { context.lacksNotices() },
    )

    private fun setOut(wish: Wish) {
        this.wish = null
        viewModelScope.launch {
            // Whoever leaves the screen meanwhile is under way all the same, and so is what keeps them so.
            withContext(NonCancellable) {
                val answer = guiding.setOut(wish.way, wish.reversed, wish.departure)
                hurdle = answer.said?.let { Hurdle.Failed(it) }
                isUnderway = hurdle == null
                if (isUnderway) GuideService.start(context)
            }
        }
    }
}
