package routeguide.app

import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.Coordinates
import routeguide.Departure
import routeguide.Fix
import routeguide.app.home.value
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.Hand
import routeguide.app.kit.NOON_MS
import routeguide.app.kit.Routes

/** Figures, not verdicts: `android/check/run measure`. What they are on this machine's JVM says little of a phone's. */
@RunWith(RobolectricTestRunner::class)
class Measurements {
    @get:Rule
    val hand = Hand()

    @Test
    fun the_way_to_the_first_route() {
        // The first of all loads every class; what is told are the starts after it.
        repeat(6) { round ->
            val (what, again) = if (round == 0) "the first start, cold" to true else "a start, warm" to (round < 5)
            val began = System.nanoTime()
            hand.start()
            hand.find("Pleasant Fatigue")
            tell("$what, to the first route shown", began)
            hand.leave()
            if (again) hand.app.die()
        }
    }

    @Test
    fun a_fix_on_its_way_to_the_screen() = runBlocking {
        val home = hand.app.parts.home
        val guiding = hand.app.parts.guiding
        val line = checkNotNull(home.askBundle(BUNDLE) { Coordinates(it.line(Routes.stones.route)) }.value)
        guiding.setOut(Routes.stones, false, Departure.CONTINUE)
        val took = line.take(1_000).mapIndexed { i, place ->
            val fix = Fix(NOON_MS + i * 10_000L, i * 10_000L, place.lat, place.lon, 8.0, null, 5.0, 90.0)
            val began = System.nanoTime()
            guiding.take(fix)
            System.nanoTime() - began
        }.sorted()
        println("measured a fix taken, guided, kept and drawn: median %.2f ms, slowest of %d %.1f ms".format(
            took[took.size / 2] / 1e6, took.size, took.last() / 1e6,
        ))
    }

    private fun tell(what: String, began: Long) =
        println("measured %s: %d ms".format(what, (System.nanoTime() - began) / 1_000_000))
}
