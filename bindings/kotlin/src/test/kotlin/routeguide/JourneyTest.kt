/* A traveller under way: what is announced, in which language, what is refused, what is off the route, what is kept. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.time.Duration.Companion.seconds
import kotlin.time.Instant

internal class JourneyTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `riding from the first stop to the third, each is announced and reached`() = library(folder).use { library ->
        val fixes = ride(library.line(stones), 0..5_400)
        val steps = library.setOut(stones, false, Departure.CONTINUE, null).use { it.steps(fixes) }
        val reached = listOf("zemdirbio-muziejus", "truikinu-saltinis", "apuoles-piliakalnis")
        assertEquals(reached, steps.cues.about<CueEvent.Arrived>().map { it.stop })
        assertEquals(reached.drop(1), steps.cues.about<CueEvent.StopAhead>().map { it.stop })
        assertEquals(reached, library.milestones(stones.bundle, stones.route).map { it.item })
        val update = checkNotNull(steps.last().step.update)
        assertEquals(5_400.0, update.travelledM, 30.0)
        assertEquals(update.travelledM, library.standing(stones, false)?.alongM ?: 0.0, 1.0)
        assertEquals("skuodo-parkas", update.nextStop?.id)
        val route = library.bundle(BUNDLE).use { it.route(stones.route) }
        assertEquals(route.stops.single { it.id == "skuodo-parkas" }.name, update.nextStop?.name)
        val stage = route.stages.first()
        assertEquals(listOf(stage.id, stage.name), listOf(update.stage.id, update.stage.name))
        assertEquals(listOf(1, route.stages.size), listOf(update.stage.number, update.stage.of).map { it.toInt() })
        assertEquals(stage.toM - update.travelledM, update.stage.remainingM, 1.0)
        assertEquals(update.travelledM / stage.toM, update.stage.share, 1e-3)
        assertTrue(checkNotNull(update.nextStop).eta in Instant.fromEpochMilliseconds(NOON_MS)..<update.eta)
    }

    @Test
    fun `riding the other way, the stops come in reverse`() = library(folder).use { library ->
        val back = ride(library.line(stones), 0..5_400).map { it.lat to it.lon }.reversed()
        val fixes = ride(library.line(stones), 0..5_400).zip(back) { fix, (lat, lon) -> fix.copy(lat = lat, lon = lon) }
        val cues = library.setOut(stones, true, Departure.CONTINUE, null).use { it.steps(fixes) }.cues
        assertEquals(
            listOf("apuoles-piliakalnis", "truikinu-saltinis", "zemdirbio-muziejus"),
            cues.about<CueEvent.Arrived>().map { it.stop },
        )
    }

    @Test
    fun `the stops ahead begin with the next one, each farther along the route than the one before`() =
        library(folder).use { library ->
            library.setOut(stones, false, Departure.CONTINUE, null).use { journey ->
                assertTrue(journey.stopsAhead().isEmpty())
                val next = journey.steps(ride(library.line(stones), 0..5_400)).last().step.update?.nextStop
                val ahead = journey.stopsAhead()
                assertEquals(listOf(next?.id, next?.name, next?.aheadM), ahead.first().run { listOf(id, name, aheadM) })
                assertEquals(ahead.sortedBy { it.aheadM }, ahead)
                val stops = library.bundle(BUNDLE).use { it.route(stones.route).stops.map { stop -> stop.id } }
                assertEquals(stops.takeLast(ahead.size), ahead.map { it.id })
            }
        }

    @Test
    fun `the same ride is told in three languages`() {
        val told = listOf("lt", "en", "de").map { language ->
            library(folder.resolve(language), language).use { library ->
                val fixes = ride(library.line(stones), 0..2_000)
                library.setOut(stones, false, Departure.CONTINUE, null).use { it.steps(fixes) }.cues
            }
        }
        assertTrue(told.first().any { it.spoken != null })
        assertEquals(1, told.map { cues -> cues.map { it.event } }.distinct().size)
        for (number in told.first().indices) {
            assertEquals(3, told.map { it[number].text }.distinct().size, "${told.map { it[number].text }}")
        }
    }

    @Test
    fun `a fix that cannot be right is refused with a reason, kept as such, and changes nothing`() =
        library(folder).use { library ->
            val fixes = ride(library.line(stones), 0..500)
            library.record(stones).use { recorder ->
                library.setOut(stones, false, Departure.CONTINUE, recorder.number()).use { journey ->
                    val before = journey.steps(fixes).last()
                    val last = fixes.last().later(5_000)
                    val refused = mapOf(
                        "not-a-number" to last.copy(lat = Double.NaN),
                        "out-of-range" to last.copy(lat = 91.0),
                        "inaccurate" to last.copy(accuracyM = 5_000.0),
                        "old" to fixes.first(),
                        "jumped" to last.copy(lat = last.lat + 1),
                    ).mapValues { (_, fix) -> journey.step(fix) }
                    assertEquals(refused.keys.toList(), refused.values.map { it.step.refused?.reason })
                    assertTrue(refused.values.all { it.step.update == null && !it.step.refused?.text.isNullOrBlank() })
                    val after = journey.step(last)
                    val moved = after.step.update!!.travelledM - before.step.update!!.travelledM
                    assertEquals(0.0, moved, 30.0)
                    val tally = recorder.recording().tally
                    assertEquals(fixes.size + refused.size + 1, tally.fixes.toInt())
                    assertEquals(fixes.size + 1, tally.believed.toInt())
                }
            }
        }

    @Test
    fun `leaving the route is told with the way back, and so is coming back`() = library(folder).use { library ->
        // The canoe trip: a river is a line that is known to tens of metres.
        val all = ride(library.line(coast), 26_900..29_800)
        val fixes = all.take(20) + detour(all, 20, 90) + all.drop(90)
        val steps = library.setOut(coast, false, Departure.CONTINUE, null).use { it.steps(fixes) }
        val told = steps.cues.map { it.event }.filter { it is CueEvent.LeftRoute || it is CueEvent.BackOnRoute }
        assertTrue(told.first() is CueEvent.LeftRoute && told.last() is CueEvent.BackOnRoute, "$told")
        assertEquals(told.size / 2, told.count { it is CueEvent.LeftRoute }, "$told")
        assertTrue(steps.cues.about<CueEvent.LeftRoute>().all { it.way.distanceM > 50 }, "$told")
        val off = steps.mapNotNull { it.step.update?.offRoute }
        assertTrue(off.size > 30 && off.all { it.backDeg in 0.0..360.0 })
        assertTrue(off.first().since >= fixes[20].time)
        assertNull(steps.last().step.update?.offRoute)
    }

    // Out to the east and back again, at a pace that can be believed.
    private fun detour(fixes: List<Fix>, from: Int, to: Int): List<Fix> =
        fixes.subList(from, to).mapIndexed { i, fix -> fix.east(minOf(i, to - from - i) * 30.0) }

    @Test
    fun `what is paused takes no fixes, what is resumed begins a new segment, what is stopped ends`() =
        library(folder).use { library ->
            val fixes = ride(library.line(stones), 0..1_500)
            library.record(stones).use { recorder ->
                fixes.take(20).forEach(recorder::record)
                recorder.pause()
                assertEquals(RecordingState.PAUSED, recorder.recording().state)
                val refused = refusal<RouteGuideException.NotNow> { recorder.record(fixes[20]) }
                assertEquals("recording.not-now", refused.code)
                recorder.resume()
                val tally = fixes.drop(30).map(recorder::record).last()
                assertEquals(2u, tally.segments)
                assertEquals(fixes.size - 10, tally.fixes.toInt())
                // From fix to fix in both segments; the pause between them does not count.
                assertEquals((19 + fixes.size - 31) * 5, tally.duration.inWholeSeconds.toInt())
                recorder.stop(fixes.last().timeMs)
                val recording = recorder.recording()
                assertEquals(RecordingState.CLOSED, recording.state)
                assertEquals(fixes.last().time, recording.ended)
                assertNull(library.openRecording())
                val line = library.recordingLine(recording.number)
                assertEquals(2, line.pieces.size)
                assertEquals(0u, line.pieces.first())
                assertEquals(fixes.size - 10, Coordinates(line.positions).size)
            }
        }

    @Test
    fun `a step without a recording keeps the place on the way and nothing else`() = library(folder).use { library ->
        library.setOut(stones, false, Departure.CONTINUE, null).use { journey ->
            assertEquals(Resumed.Anew, journey.resumed())
            assertNull(journey.recording())
            val step = journey.steps(ride(library.line(stones), 0..500)).last()
            assertNull(step.tally)
            assertTrue(step.step.nextFixAfter > 0.seconds && step.step.nextFixAccuracyM > 0)
        }
        assertEquals(emptyList<Recording>(), library.recordings())
        assertNotNull(library.standing(stones, false))
        library.setOut(stones, false, Departure.CONTINUE, null).use { assertEquals(Resumed.Exactly, it.resumed()) }
    }

    @Test
    fun `a journey is under way through closing the library until it is finished`() {
        library(folder).use { library ->
            assertNull(library.underway())
            val journey = library.setOut(stones, false, Departure.CONTINUE, library.record(stones).number())
            journey.steps(ride(library.line(stones), 0..500))
        }
        emptyLibrary(folder).use { library ->
            val underway = checkNotNull(library.underway())
            assertEquals(Underway(stones, false, library.openRecording()?.number(), underway.name), underway)
            val standing = library.standings().single()
            assertEquals(stones to underway.name, standing.way to standing.name)
            val journey = library.setOut(underway.way, underway.reversed, Departure.HERE, underway.recording)
            assertEquals(Resumed.Anew, journey.resumed())
            assertEquals(emptyList<WayStanding>(), library.standings())
            journey.finish()
            assertNull(library.underway())
            refusal<RouteGuideException.Closed> { journey.catchUp() }
        }
    }

    @Test
    fun `a guide goes on from its own bytes in another guide`() = library(folder).use { library ->
        val fixes = ride(library.line(stones), 0..5_400)
        val whole = library.guide(stones).use { guide -> fixes.map(guide::step) }
        val state = library.guide(stones).use { guide ->
            fixes.take(100).forEach(guide::step)
            guide.state()
        }
        library.guide(stones).use { guide ->
            guide.restore(state)
            assertEquals(whole.drop(100), fixes.drop(100).map(guide::step))
            assertEquals("argument", refusal<RouteGuideException.Input> { guide.restore(state.copyOf(9)) }.code)
        }
    }

    @Test
    fun `a fix of Kotlin's own instants is the fix of the same milliseconds`() {
        val fix = Fix(Instant.fromEpochMilliseconds(NOON_MS), 55.0, 21.0, 5.0, monotonic = 60.seconds, speedMps = 3.0)
        assertEquals(Fix(NOON_MS, 60_000, 55.0, 21.0, 5.0, null, 3.0, null), fix)
        assertEquals(Instant.fromEpochMilliseconds(NOON_MS), fix.time)
    }
}
