package routeguide.app.guide

import kotlinx.coroutines.runBlocking
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
import routeguide.CueEvent
import routeguide.Departure
import routeguide.Fix
import routeguide.Recording
import routeguide.RecordingState
import routeguide.Step
import routeguide.Way
import routeguide.app.home.said
import routeguide.app.home.value
import routeguide.app.kit.Given
import routeguide.app.kit.Hand
import routeguide.app.kit.Pocket
import routeguide.app.kit.Routes
import routeguide.app.kit.allowAll
import routeguide.app.kit.arrive
import routeguide.app.kit.idle
import routeguide.app.kit.line
import routeguide.app.kit.recorded
import routeguide.app.kit.ride
import routeguide.app.kit.strayingOnTheRiver
import routeguide.app.kit.switchLocation
import routeguide.app.parts

@RunWith(RobolectricTestRunner::class)
class RideTest {
    @get:Rule
    val hand = Hand()
    private val app get() = hand.app
    private val pocket by lazy { Pocket(app) }
    private val ride get() = checkNotNull(app.parts.guiding.ride.value)

    @Before
    fun everything_is_allowed() {
        app.allowAll()
        app.switchLocation(isOn = true)
    }

    @Test
    fun a_whole_ride_is_told_as_the_core_tells_it() = told()

    @Test
    @Config(qualifiers = "+lt")
    fun a_whole_ride_is_told_in_lithuanian() = told()

    @Test
    @Config(qualifiers = "+de")
    fun a_whole_ride_is_told_in_german() = told()

    private fun told() {
        setOut(Routes.stones)
        val fixes = fixes(Routes.stones, 0..7_475)
        assertEquals(300, fixes.size)
        val arrived = fixes.filter { arrives(it) }
        val wanted = guided(Routes.stones, arrived)
        val cues = wanted.flatMap { it.update?.cues.orEmpty() }
        assertTrue("${arrived.size} of them", arrived.size > 50)
        assertTrue("$cues", cues.any { it.event is CueEvent.Arrived })
        assertEquals(wanted.last().update, ride.update)
        assertEquals(cues.takeLast(20).reversed(), ride.cues)
        assertEquals(cues.mapNotNull { it.spoken }, app.voice.said)
        assertEquals(cues.count { it.event.touch != null } > 0, app.felt.isNotEmpty())
        pocket.tap(text("stop"))
        assertNull(app.parts.guiding.ride.value)
        assertFalse(pocket.isRunning)
        val recording = recordings().single()
        assertEquals(RecordingState.CLOSED, recording.state)
        assertEquals(arrived.size, recording.tally.fixes.toInt())
    }

    @Test
    fun off_the_route_the_way_back_is_told_and_forgotten_on_the_route() {
        setOut(Routes.coast)
        val fixes = app.strayingOnTheRiver()
        fixes.take(20).forEach { arrives(it) }
        assertNull(ride.update?.offRoute)
        fixes.subList(20, 55).forEach { arrives(it) }
        val words = app.parts.home.words.value
        ride.update?.offRoute?.let { off ->
            val wayBack = "${words?.distance(off.distanceM)} ${words?.direction(off.backDeg)}"
            assertEquals("Off route. It is $wayBack", pocket.under?.second)
        }
        assertNotNull(ride.update?.offRoute)
        assertTrue(Touch.LONG in app.felt)
        fixes.drop(55).forEach { arrives(it) }
        assertNull(ride.update?.offRoute)
        assertTrue(ride.cues.any { it.event is CueEvent.BackOnRoute })
    }

    @Test
    fun a_pause_takes_no_fixes_and_goes_on_after() {
        setOut(Routes.stones)
        val fixes = fixes(Routes.stones, 0..3_000)
        fixes.take(30).forEach { arrives(it) }
        val before = ride.tally?.fixes
        pocket.tap(text("pause"))
        assertTrue(ride.isPaused)
        assertEquals(text("paused"), pocket.under?.second)
        fixes.subList(30, 40).forEach { assertFalse(arrives(it)) }
        assertEquals(before, ride.tally?.fixes)
        pocket.tap(text("resume"))
        assertEquals(Signal.WAITING, ride.signal)
        assertTrue(fixes.subList(40, 60).count { arrives(it) } > 3)
        assertEquals(2u, ride.tally?.segments)
    }

    @Test
    fun killed_and_restarted_by_the_phone_it_goes_on_exactly() {
        setOut(Routes.stones)
        val fixes = fixes(Routes.stones, 0..6_000)
        val before = fixes.take(100).filter { arrives(it) }
        val tally = ride.tally
        app.die()
        pocket.forget()
        pocket.start(null)
        assertEquals(tally?.fixes, ride.tally?.fixes)
        assertEquals(tally?.distanceM, ride.tally?.distanceM)
        assertNull(ride.foundAgain)
        val after = fixes.drop(100).filter { arrives(it) }
        assertEquals(before.size + after.size, ride.tally?.fixes?.toInt())
        assertEquals(guided(Routes.stones, before + after).last().update, ride.update)
    }

    @Test
    fun a_pause_outlives_a_kill() {
        setOut(Routes.stones)
        fixes(Routes.stones, 0..500).forEach { arrives(it) }
        pocket.tap(text("pause"))
        app.die()
        pocket.forget()
        pocket.start(null)
        assertTrue(ride.isPaused)
    }

    @Test
    fun a_recorded_ride_on_no_route_is_recorded_as_it_was() {
        setOut(Routes.cultures)
        val fixes = recorded(Given.shared("geodata/traces/2018-05-22-klaipeda-palanga.gpx"))
        val arrived = fixes.count { arrives(it) }
        assertTrue("$arrived of ${fixes.size}", arrived > 80)
        runBlocking { app.parts.guiding.stop() }
        val tally = recordings().single().tally
        assertEquals(arrived, tally.fixes.toInt())
        assertEquals(33_000.0, tally.distanceM, 5_000.0)
    }

    @Test
    fun another_ride_ends_the_first_and_the_guide_stays() {
        setOut(Routes.stones)
        fixes(Routes.stones, 0..500).forEach { arrives(it) }
        runBlocking { app.parts.guiding.setOut(Routes.coast, false, Departure.CONTINUE) }
        idle()
        pocket.obey()
        assertTrue(pocket.isRunning)
        assertNull(pocket.ended)
        assertEquals(Routes.coast, ride.way)
        assertEquals(listOf(RecordingState.CLOSED, RecordingState.OPEN), recordings().map { it.state })
    }

    @Test
    fun a_way_that_is_gone_is_refused_in_words_and_leaves_no_recording() {
        hand.start()
        val answer = runBlocking {
            app.parts.guiding.setOut(Way.Route("klaipedos-regionas", "nowhere"), false, Departure.CONTINUE)
        }
        assertNotNull(answer.said?.text)
        assertNull(app.parts.guiding.ride.value)
        assertTrue(recordings().none { it.state != RecordingState.BINNED })
    }

    @Test
    fun a_fault_of_the_library_costs_neither_the_ride_nor_a_fix() {
        setOut(Routes.stones)
        val fixes = fixes(Routes.stones, 0..3_000)
        fixes.take(30).forEach { takes(it) }
        fault()
        fixes.subList(30, 60).forEach { takes(it) }
        assertEquals(fixes[59], ride.fix)
        assertNull(ride.notKept)
        assertEquals(60, ride.tally?.fixes?.toInt())
    }

    @Test
    fun a_fault_of_the_library_keeps_nobody_from_pausing_going_on_or_ending() {
        setOut(Routes.stones)
        fixes(Routes.stones, 0..500).forEach { takes(it) }
        val shown = checkNotNull(ride.update)
        fault()
        assertNull(runBlocking { app.parts.guiding.pause() }.said)
        fault()
        assertNull(runBlocking { app.parts.guiding.resume() }.said)
        assertFalse(ride.isPaused)
        assertEquals("what was shown stays", shown, ride.update)
        runBlocking { app.parts.guiding.pause() }
        fault()
        assertNull(runBlocking { app.parts.guiding.stop() }.said)
        assertNull(app.parts.guiding.ride.value)
        assertEquals(listOf(RecordingState.CLOSED), recordings().map { it.state })
    }

    @Test
    fun a_ride_that_is_not_recorded_outlives_a_fault_in_its_pause() {
        app.parts.choices.choose { it.copy(record = false) }
        setOut(Routes.stones)
        fixes(Routes.stones, 0..500).forEach { takes(it) }
        runBlocking { app.parts.guiding.pause() }
        fault()
        assertNull(runBlocking { app.parts.guiding.resume() }.said)
        assertFalse(ride.isPaused)
        fault()
        assertNull(runBlocking { app.parts.guiding.stop() }.said)
        assertTrue(recordings().isEmpty())
    }

    private fun fault() =
        assertEquals("internal", runBlocking { app.parts.home.ask { it.rehearseFault(true) } }.said?.code)

    // Also what the phone would keep to itself, as it came sooner than it was asked for.
    private fun takes(fix: Fix) = runBlocking { app.parts.guiding.take(fix) }

    private fun setOut(way: Way.Route) {
        hand.start()
        runBlocking { app.parts.guiding.setOut(way, false, Departure.CONTINUE) }
        GuideService.start(app)
        pocket.obey()
        assertTrue(pocket.isRunning)
    }

    private fun fixes(way: Way.Route, metres: IntRange): List<Fix> = ride(app.line(way), metres)

    // Those that come sooner than they were asked for the phone keeps to itself.
    private fun arrives(fix: Fix): Boolean {
        app.arrive(fix)
        return ride.fix == fix
    }

    private fun guided(way: Way.Route, fixes: List<Fix>): List<Step> = checkNotNull(
        runBlocking {
            app.parts.home.askBundle(way.bundle) { bundle ->
                bundle.guide(way.route, false).use { guide -> fixes.map(guide::step) }
            }
        }.value,
    )

    private fun recordings(): List<Recording> =
        checkNotNull(runBlocking { app.parts.home.ask { it.recordings() } }.value).sortedBy { it.number }

    private fun text(name: String): String =
        app.getString(app.resources.getIdentifier(name, "string", app.packageName))
}
