/* Eight threads at once: on one library, which serves them in turn, and on eight guides, which know nothing of one another. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors

internal class ThreadsTest {
    @TempDir
    lateinit var folder: Path

    private fun <T> atOnce(work: List<() -> T>): List<T> {
        val pool = Executors.newFixedThreadPool(work.size)
        try {
            return pool.invokeAll(work.map { Callable(it) }).map { it.get() }
        } finally {
            pool.shutdown()
        }
    }

    @Test
    fun `one library serves eight threads, and nothing of what they did is lost or done twice`() =
        library(folder).use { library ->
            val rounds = if (Given.full) 4_000 else 400
            val few = 1..rounds / 4
            val fixes = ride(library.line(stones), 0..25 * rounds)
            val alone = library.guide(stones).use { guide -> fixes.map(guide::step) }
            val recorder = library.record(stones)
            val journey = library.setOut(stones, false, Departure.CONTINUE, recorder.number())
            val item = KeptItem.Route(stones.route)
            val steps = mutableListOf<Step>()
            val sums = atOnce(
                listOf<() -> Int>(
                    { fixes.onEach { steps += journey.step(it).step }.size },
                    { (1..rounds).sumOf { library.find("muziejus", 5u).size } },
                    { (1..rounds).sumOf { library.bundles().size } },
                    { (1..rounds).sumOf { library.recordings().size } },
                    { few.onEach { library.writeNote(Note(0u, BUNDLE, item, "Stones", "$it", NOON_MS)) }.count() },
                    { few.onEach { library.choose(library.settings().copy(binDays = it.toUInt())) }.count() },
                    { few.sumOf { library.bundle(BUNDLE).use { bundle -> bundle.routes().size } } },
                    { few.onEach { library.like(Favourite(BUNDLE, item, "Stones", it.toLong())) }.count() },
                ),
            )
            val expected = with(few.last) { listOf(fixes.size, 5 * rounds, rounds, rounds, this, this, 3 * this, this) }
            assertEquals(expected, sums)
            assertEquals(alone, steps)
            assertEquals(fixes.size, recorder.recording().tally.fixes.toInt())
            assertEquals(few.map { "$it" }.toSet(), library.notes().map { it.words }.toSet())
            assertEquals(few.last, library.settings().binDays.toInt())
            assertEquals(1, library.favourites().size)
            assertTrue(library.check())
        }

    @Test
    fun `eight guides at once say what one says alone`() = library(folder).use { library ->
        val fixes = ride(library.line(coast), 0..60_000)
        val alone = library.guide(coast).use { guide -> fixes.map(guide::step) }
        val together = atOnce(List(8) { { library.guide(coast).use { guide -> fixes.map(guide::step) } } })
        assertTrue(together.all { it == alone })
    }
}
