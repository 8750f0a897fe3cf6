package routeguide.app.guide

import android.view.View
import android.view.ViewGroup
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.core.view.children
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import routeguide.MapLayer
import routeguide.Recording
import routeguide.RecordingState
import routeguide.app.MainActivity
import routeguide.app.home.value
import routeguide.app.kit.DrawnMap
import routeguide.app.kit.Hand
import routeguide.app.kit.Pocket
import routeguide.app.kit.Routes
import routeguide.app.kit.line
import routeguide.app.kit.move
import routeguide.app.kit.ride
import routeguide.app.kit.setOut
import routeguide.app.kit.strayingOnTheRiver
import routeguide.app.map.Camera
import routeguide.app.map.Tapped
import routeguide.app.parts

@RunWith(RobolectricTestRunner::class)
class GuideScreenTest {
    @get:Rule
    val hand = Hand()
    private val app get() = hand.app
    private val pocket by lazy { Pocket(app) }
    private val now get() = checkNotNull(app.parts.guiding.ride.value)
    private val map get() = DrawnMap.maps.last()
    private val fixes by lazy { ride(app.line(Routes.stones), 0..6_000) }

    @After
    fun the_service_ends() = pocket.end()

    @Test
    fun what_comes_next_is_told_with_distance_side_time_and_stage() {
        underway()
        val next = checkNotNull(now.update?.nextStop)
        val words = checkNotNull(app.parts.home.words.value)
        assertTrue(hand.sees(next.name))
        assertTrue(hand.sees(words.distance(next.distanceM)))
        assertTrue(hand.sees(words.direction(next.bearingDeg), substring = true))
        assertTrue(hand.sees("around ", substring = true))
        assertTrue(hand.sees("Recorded: ", substring = true))
        assertTrue(hand.sees("Stops ahead"))
    }

    @Test
    fun the_map_follows_until_it_is_moved_and_again_when_asked() {
        underway()
        val there = map.camera as Camera.Following
        hand.move(fixes.subList(40, 60))
        val further = map.camera as Camera.Following
        assertNotEquals(there.place, further.place)
        map.onMoved()
        hand.settle()
        hand.move(fixes.subList(60, 80))
        assertEquals(further, map.camera)
        hand.tap("Follow me again")
        assertNotEquals(further.place, (map.camera as Camera.Following).place)
        assertFalse(hand.sees("Follow me again"))
    }

    @Test
    fun the_map_turns_with_the_traveller_who_wants_it() {
        underway()
        hand.move(fixes.subList(40, 50).map { it.copy(courseDeg = 90.0) })
        assertEquals(0.0, (map.camera as Camera.Following).bearingDeg, 0.0)
        hand.tap("Turn the map the way you go")
        assertEquals(90.0, (map.camera as Camera.Following).bearingDeg, 0.0)
    }

    @Test
    fun the_traveller_and_the_state_of_stops_are_on_the_map() {
        underway()
        assertEquals(now.hereLayer, map.live[MapLayer.HERE])
        assertEquals(now.stopsLayer, map.live[MapLayer.STOPS])
        assertNotNull(map.live[MapLayer.HERE])
    }

    @Test
    fun the_newest_cue_is_read_aloud_and_put_away_after_a_while() {
        underway()
        val cue = now.cues.first().text
        val node = hand.find(cue).fetchSemanticsNode()
        assertEquals(LiveRegionMode.Polite, node.config[SemanticsProperties.LiveRegion])
        hand.tap("Hide")
        hand.tap("What was said")
        assertTrue(hand.sees(cue))
    }

    @Test
    fun off_the_route_it_says_how_far_and_which_way_back() {
        hand.setOut(Routes.coast, pocket)
        hand.move(app.strayingOnTheRiver().take(55))
        val off = checkNotNull(now.update?.offRoute)
        val words = checkNotNull(app.parts.home.words.value)
        assertTrue(hand.sees("Off the route"))
        assertTrue(hand.sees(words.distance(off.distanceM)))
        assertTrue(hand.sees("Back to the route: ${words.direction(off.backDeg)}"))
    }

    @Test
    fun ending_asks_once_and_leads_to_the_track() {
        underway()
        hand.tap("End")
        assertTrue(hand.sees("End the trip?"))
        hand.tap("Keep going")
        assertNotNull(app.parts.guiding.ride.value)
        hand.tap("End")
        hand.screen.waitForIdle()
        hand.tapLast("End")
        assertNull(app.parts.guiding.ride.value)
        assertEquals(RecordingState.CLOSED, recordings().single().state)
        assertFalse(hand.sees("End the trip?"))
    }

    @Test
    fun a_pause_is_said_and_ended_by_the_same_button() {
        underway()
        hand.tap("Pause")
        assertTrue(hand.sees("Paused: ", substring = true))
        hand.tap("Resume")
        assertFalse(hand.sees("Paused: ", substring = true))
    }

    @Test
    fun every_state_of_the_signal_is_said_with_what_helps() {
        underway()
        app.parts.guiding.signal(Signal.NOT_ALLOWED)
        assertTrue(hand.sees("The app is not allowed to use your location") && hand.sees("Allow location"))
        app.parts.guiding.signal(Signal.SWITCHED_OFF)
        hand.tap("Open location settings")
        assertEquals("android.settings.LOCATION_SOURCE_SETTINGS", shadowOf(app).nextStartedActivity?.action)
        app.parts.guiding.signal(Signal.LOST)
        assertTrue(hand.sees("No position for ", substring = true))
    }

    @Test
    fun a_refused_fix_says_why() {
        underway()
        hand.move(listOf(fixes[41].copy(accuracyM = 5_000.0)))
        assertTrue(hand.sees(checkNotNull(now.refused).text))
    }

    @Test
    fun a_voice_that_the_phone_lacks_is_told_with_the_way_to_get_it() {
        app.voice.languages = emptySet()
        underway()
        runBlocking { app.parts.home.settings.value?.let { app.parts.home.choose(it.copy(voice = true)) } }
        assertTrue(hand.sees("This phone has no English voice", substring = true))
        hand.tap("Voice settings")
        assertEquals("com.android.settings.TTS_SETTINGS", shadowOf(app).nextStartedActivity?.action)
        hand.tap("Switch the voice off")
        assertFalse(hand.sees("This phone has no English voice", substring = true))
    }

    @Test
    fun a_tap_on_a_stop_opens_it() {
        underway()
        map.onTap(Tapped.Stop(Routes.stones.route, checkNotNull(now.update?.nextStop).id))
        hand.settle()
        assertFalse(hand.sees("Pause"))
        hand.back()
        assertTrue(hand.sees("Pause"))
    }

    @Test
    fun a_turn_of_the_phone_and_another_language_change_nothing_of_the_ride() {
        underway()
        val before = now
        hand.turn("land")
        assertTrue(hand.sees(checkNotNull(before.update?.nextStop).name))
        hand.turn("port")
        runBlocking { app.parts.home.settings.value?.let { app.parts.home.choose(it.copy(language = "de")) } }
        hand.settle()
        assertTrue(hand.sees("Beenden"))
        assertEquals(before.tally, now.tally)
        hand.move(fixes.subList(40, 60))
        assertEquals(Signal.THERE, now.signal)
    }

    @Test
    fun interrupted_it_offers_to_go_on_and_goes_on() {
        underway()
        val tally = now.tally
        hand.leave()
        pocket.forget()
        app.die()
        hand.start(MainActivity.guide(app))
        assertTrue(hand.sees("This trip was interrupted", substring = true))
        hand.tap("Resume")
        pocket.obey()
        hand.settle()
        assertEquals(tally?.fixes, now.tally?.fixes)
        assertTrue(hand.sees("Pause"))
    }

    @Test
    fun interrupted_it_can_be_ended() {
        underway()
        hand.leave()
        pocket.forget()
        app.die()
        hand.start(MainActivity.guide(app))
        hand.tap("End")
        assertNull(app.parts.guiding.ride.value)
        assertEquals(RecordingState.CLOSED, recordings().single().state)
        assertNull(runBlocking { app.parts.home.ask { it.underway() } }.value)
    }

    @Test
    fun with_nothing_under_way_there_is_a_way_back() {
        hand.start(MainActivity.guide(app))
        assertTrue(hand.sees("No trip is under way", substring = true))
        hand.tap("Back")
        assertTrue(hand.sees("My tracks"))
    }

    @Test
    fun the_screen_stays_on_for_those_who_want_it() {
        underway()
        hand.window { assertFalse(keepsScreenOn(it)) }
        app.parts.choices.choose { it.copy(screenOn = true) }
        hand.settle()
        hand.window { assertTrue(keepsScreenOn(it)) }
    }

    @Test
    fun the_map_rests_while_nobody_looks() {
        underway()
        val map = map
        hand.leave()
        assertFalse(map.isStarted)
    }

    private fun underway() {
        hand.setOut(Routes.stones, pocket)
        hand.move(fixes.take(40))
    }

    private fun keepsScreenOn(activity: MainActivity): Boolean {
        fun View.keeps(): Boolean = keepScreenOn || (this as? ViewGroup)?.children.orEmpty().any { it.keeps() }
        return activity.window.decorView.keeps()
    }

    private fun recordings(): List<Recording> =
        checkNotNull(runBlocking { app.parts.home.ask { it.recordings() } }.value)
}
