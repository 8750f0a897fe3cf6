package routeguide.app.pictures

import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.MainActivity
import routeguide.app.guide.HelpSheet
import routeguide.app.guide.Hurdle
import routeguide.app.guide.HurdleDialog
import routeguide.app.guide.Signal
import routeguide.app.kit.Hand
import routeguide.app.kit.Pocket
import routeguide.app.kit.Routes
import routeguide.app.kit.idle
import routeguide.app.kit.line
import routeguide.app.kit.move
import routeguide.app.kit.ride
import routeguide.app.kit.setOut
import routeguide.app.kit.showAlone
import routeguide.app.kit.strayingOnTheRiver
import routeguide.app.parts

@RunWith(RobolectricTestRunner::class)
class GuidePictures {
    @get:Rule
    val hand = Hand()
    private val pocket by lazy { Pocket(hand.app) }

    @After
    fun the_service_ends() = pocket.end()

    @Test
    fun guide() = inEveryLook { look ->
        hand.app.anew()
        hand.setOut(Routes.stones, pocket)
        val fixes = ride(hand.app.line(Routes.stones), 0..6_000)
        hand.picture("guide-waiting-$look")
        hand.move(fixes.take(40))
        hand.picture("guide-cue-$look")
        idle(31_000)
        hand.screen.mainClock.advanceTimeBy(31_000)
        hand.move(fixes.subList(40, 99))
        hand.picture("guide-$look")
        hand.move(listOf(fixes[140].copy(accuracyM = 5_000.0)))
        hand.picture("guide-refused-$look")
        hand.app.parts.guiding.signal(Signal.LOST)
        hand.app.voice.prepare("xx")
        hand.settle()
        hand.picture("guide-troubles-$look")
        for (signal in listOf(Signal.SWITCHED_OFF, Signal.NOT_ALLOWED)) {
            hand.app.parts.guiding.signal(signal)
            hand.settle()
            hand.picture("guide-${signal.name.lowercase()}-$look")
        }
        runBlocking { hand.app.parts.guiding.pause() }
        hand.settle()
        hand.picture("guide-paused-$look")
        hand.back()
        hand.picture("guide-line-$look")
        hand.leave()
        pocket.end()
        hand.app.die()
        hand.start(MainActivity.guide(hand.app))
        hand.picture("guide-interrupted-$look")
        hand.leave()
    }

    @Test
    fun nothing_under_way() = inEveryLook { look ->
        hand.app.anew()
        hand.start(MainActivity.guide(hand.app))
        hand.picture("guide-nothing-$look")
        hand.leave()
    }

    @Test
    fun off_the_route() = inEveryLook { look ->
        hand.app.anew()
        hand.setOut(Routes.coast, pocket)
        hand.move(hand.app.strayingOnTheRiver().take(55))
        hand.picture("guide-off-$look")
        hand.leave()
        pocket.end()
    }

    @Test
    fun questions() = inEveryLook { look ->
        hand.app.anew()
        hand.start()
        for ((name, hurdle) in hurdles) {
            hand.showAlone { HurdleDialog(hurdle, {}, {}, {}) }
            hand.pictureAbove("guide-ask-$name-$look")
        }
        hand.showAlone { HelpSheet {} }
        hand.pictureAbove("guide-help-$look")
        hand.leave()
    }
}

private val hurdles = mapOf(
    "why" to Hurdle.Why,
    "refused" to Hurdle.Refused,
    "roughly" to Hurdle.Roughly,
    "off" to Hurdle.SwitchedOff,
    "other" to Hurdle.OtherRide("Malonūs nuovargiai"),
)
