package routeguide.app.guide

import android.app.Notification
import android.app.Service
import android.content.Intent
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowService
import routeguide.Departure
import routeguide.app.MainActivity
import routeguide.app.kit.Hand
import routeguide.app.kit.Pocket
import routeguide.app.kit.Routes
import routeguide.app.kit.allowAll
import routeguide.app.kit.allowNothing
import routeguide.app.kit.arrive
import routeguide.app.kit.idle
import routeguide.app.kit.line
import routeguide.app.kit.ride
import routeguide.app.kit.switchLocation
import routeguide.app.parts

@RunWith(RobolectricTestRunner::class)
class GuideServiceTest {
    @get:Rule
    val hand = Hand()
    private val app get() = hand.app
    private val pocket by lazy { Pocket(app) }
    private val now get() = app.parts.guiding.ride.value

    @Before
    fun everything_is_allowed() {
        app.allowAll()
        app.switchLocation(isOn = true)
    }

    @After
    fun the_service_ends() = pocket.end()

    @Test
    fun the_notification_says_what_comes_next_and_how_far() {
        setOut()
        assertEquals("Waiting for a position", pocket.under?.second)
        move(0..1_000)
        val next = checkNotNull(now?.update?.nextStop)
        val distance = app.parts.home.words.value?.distance(next.distanceM)
        assertEquals(next.name, pocket.under?.first)
        assertTrue("${pocket.under}", checkNotNull(pocket.under?.second).startsWith("$distance, around "))
    }

    @Test
    fun its_actions_wait_go_on_and_end() {
        setOut()
        move(0..500)
        pocket.tap("Pause")
        assertTrue(now?.isPaused == true)
        pocket.tap("Resume")
        assertFalse(now?.isPaused == true)
        pocket.tap("End")
        assertNull(now)
        assertFalse(pocket.isRunning)
        assertNull(pocket.ended)
    }

    @Test
    fun without_a_position_for_long_it_says_so_and_takes_it_up_again() {
        setOut()
        move(0..500)
        idle(300_000)
        assertEquals(Signal.LOST, now?.signal)
        assertEquals("No position at present", pocket.under?.second)
        move(600..700, laterMs = 400_000)
        assertEquals(Signal.THERE, now?.signal)
    }

    @Test
    fun location_switched_off_and_on_again_is_noticed() {
        setOut()
        move(0..500)
        app.switchLocation(isOn = false)
        idle()
        assertEquals(Signal.SWITCHED_OFF, now?.signal)
        assertEquals("Location is switched off on the phone", pocket.under?.second)
        app.switchLocation(isOn = true)
        idle()
        assertEquals(Signal.WAITING, now?.signal)
        // Later than all before: what was held up is no news of where one is.
        move(600..700, laterMs = 200_000)
        assertEquals(Signal.THERE, now?.signal)
    }

    @Test
    fun ended_by_the_phone_it_says_so_and_a_tap_goes_on() {
        setOut()
        move(0..500)
        pocket.end()
        assertEquals("The guide was ended", pocket.ended?.first)
        hand.start(MainActivity.guide(app))
        pocket.obey()
        assertTrue(pocket.isRunning)
        move(600..800, laterMs = 30_000)
        assertEquals(Signal.THERE, now?.signal)
    }

    @Test
    fun restarted_without_leave_to_see_the_place_it_says_so_and_stays_down() {
        setOut()
        move(0..500)
        app.die()
        pocket.forget()
        app.allowNothing()
        pocket.start(null)
        assertFalse(pocket.isRunning)
        val why = pocket.ended?.second.orEmpty()
        assertTrue(why, why.startsWith("The app is no longer allowed to use your location"))
    }

    @Test
    @Config(shadows = [Refusing::class])
    fun refused_the_foreground_it_says_that_it_ended() {
        setOut()
        assertFalse(pocket.isRunning)
        assertEquals("The guide was ended", pocket.ended?.first)
    }

    @Test
    fun leave_taken_away_in_the_middle_and_given_again() {
        setOut()
        app.allowNothing()
        pocket.start(Intent(app, GuideService::class.java))
        assertEquals(Signal.NOT_ALLOWED, now?.signal)
        assertEquals("The app is not allowed to use your location", pocket.under?.second)
        app.allowAll()
        pocket.start(Intent(app, GuideService::class.java))
        move(0..300)
        assertEquals(Signal.THERE, now?.signal)
    }

    @Test
    fun started_again_it_is_the_same_ride() {
        setOut()
        move(0..500)
        val tally = now?.tally
        pocket.start(Intent(app, GuideService::class.java))
        assertEquals(tally, now?.tally)
    }

    @Test
    fun restarted_with_nothing_under_way_it_ends_in_silence() {
        hand.start()
        pocket.start(null)
        assertFalse(pocket.isRunning)
        assertNull(pocket.ended)
    }

    @Test
    @Config(qualifiers = "+lt")
    fun it_speaks_the_language_that_was_chosen_in_the_middle() {
        setOut()
        move(0..500)
        val settings = checkNotNull(app.parts.home.settings.value)
        runBlocking { app.parts.home.choose(settings.copy(language = "de")) }
        app.voice.languages = setOf("lt")
        runBlocking { app.parts.home.choose(settings.copy(language = "en")) }
        idle()
        assertEquals(VoiceState.LANGUAGE_MISSING, app.voice.state.value)
        assertNotNull(now)
    }

    private fun setOut() {
        hand.start()
        runBlocking { app.parts.guiding.setOut(Routes.stones, false, Departure.CONTINUE) }
        GuideService.start(app)
        pocket.obey()
    }

    private fun move(metres: IntRange, laterMs: Long = 0) = ride(app.line(Routes.stones), metres)
        .map { it.copy(timeMs = it.timeMs + laterMs, monotonicMs = it.monotonicMs?.plus(laterMs)) }
        .forEach(app::arrive)
}

/** A system that lets no service into the foreground. */
@Implements(Service::class)
class Refusing : ShadowService() {
    @Implementation
    override fun startForeground(id: Int, notification: Notification, type: Int): Unit =
        throw SecurityException("not now")
}
