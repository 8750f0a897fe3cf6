/* The log, as a shell hears it: with levels, and at Info without a word of where the traveller is. */
package routeguide

import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList

internal class LogSinkTest {
    @TempDir
    lateinit var folder: Path

    private val lines = CopyOnWriteArrayList<LogLine>()
    private val keeping = object : LogSink {
        override fun log(line: LogLine) {
            lines += line
        }
    }

    @AfterEach
    fun `the log goes nowhere again`() = setLogSink(null, LogLevel.INFO)

    private fun ride() = library(folder.resolve("secret-folder")).use { library ->
        val recorder = library.openRecording() ?: library.record(stones)
        library.setOut(stones, false, Departure.CONTINUE, recorder.number()).use { journey ->
            journey.steps(ride(library.line(stones), 0..3_000))
            journey.step(Fix(NOON_MS, null, Double.NaN, 21.65, 5.0, null, null, null))
        }
        answered { library.bundle("no-such-bundle") }
        answered { library.importTracks(folder.resolve("secret-track.gpx").text(), NOON_MS) }
        answered { library.exportRecording(recorder.number(), GpxProfile.PLAIN, folder.resolve("secret/a.gpx").text()) }
        recorder.stop(NOON_MS)
    }

    @Test
    fun `at Info there is what happened, but no place and no path`() {
        setLogSink(keeping, LogLevel.INFO)
        ride()
        assertTrue(lines.any { it.level == LogLevel.INFO && "library opened" in it.words }, "$lines")
        assertTrue(lines.any { it.level == LogLevel.WARN }, "$lines")
        assertTrue(lines.all { it.level <= LogLevel.INFO && it.part.startsWith("route_guide") }, "$lines")
        val all = lines.joinToString("\n") { it.words }
        // The ride lies between 56.2 and 56.3 north, 21.6 and 21.7 east.
        assertTrue(Regex("""\d\d\.\d""").find(all) == null, all)
        assertTrue("secret" !in all && "/" !in all, all)
    }

    @Test
    fun `at Debug it may say more, at Error less`() {
        setLogSink(keeping, LogLevel.DEBUG)
        ride()
        assertTrue(lines.any { it.level == LogLevel.DEBUG && "no-such-bundle" in it.words }, "$lines")
        lines.clear()
        setLogSink(keeping, LogLevel.ERROR)
        ride()
        assertEquals(emptyList<LogLine>(), lines)
        emptyLibrary(folder.resolve("other")).use { library ->
            refusal<RouteGuideException.Internal> { library.rehearseFault(false) }
        }
        assertEquals(listOf(LogLevel.ERROR), lines.map { it.level })
    }

    @Test
    fun `a sink that throws costs nothing`() {
        var called = 0
        setLogSink(
            object : LogSink {
                override fun log(line: LogLine) {
                    called++
                    error("no room for the log")
                }
            },
            LogLevel.TRACE,
        )
        ride()
        assertTrue(called > 0)
    }

    @Test
    fun `without a sink nothing is heard`() {
        setLogSink(keeping, LogLevel.TRACE)
        setLogSink(null, LogLevel.TRACE)
        ride()
        assertEquals(emptyList<LogLine>(), lines)
    }
}
