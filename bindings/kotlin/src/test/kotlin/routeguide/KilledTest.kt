/* What was committed is there when the phone kills the app, and when its disk was full for a while. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.createDirectory

internal class KilledTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a ride whose process was killed goes on exactly where it was, without one fix lost`() {
        val told = traveller("ride", folder).let { process ->
            val told = process.inputReader().lineSequence().first { it.toInt() >= 300 }.toInt()
            process.destroyForcibly().waitFor()
            told
        }
        emptyLibrary(folder).use { library ->
            val recorder = checkNotNull(library.openRecording())
            val kept = recorder.recording().tally.fixes.toInt()
            assertTrue(kept >= told, "told of $told, kept $kept")
            val fixes = ride(library.line(stones), 0..60_000)
            val whole = library.guide(stones).use { guide -> fixes.map(guide::step) }
            library.setOut(stones, false, Departure.CONTINUE, recorder.number()).use { journey ->
                assertEquals(Resumed.Exactly, journey.resumed())
                assertEquals(whole.drop(kept), journey.steps(fixes.drop(kept)).map { it.step })
            }
            assertEquals(fixes.size, recorder.recording().tally.fixes.toInt())
            assertEquals(emptyList<Damage>(), library.damages())
        }
    }

    @Test
    fun `on a full disk guidance goes on, the fixes wait, and are kept when there is room again`() {
        val room = folder.resolve("room").createDirectory()
        val mount = "mount -t tmpfs -o size=6m none \"$0\" && exec \"$@\""
        val space = arrayOf("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, room.text())
        val possible = ProcessBuilder(*space, "true").start().waitFor() == 0
        assumeTrue(possible) { "no file system of one's own can be made here" }
        val process = traveller("ride-until-full", room.resolve("library"), *space)
        val said = process.inputReader().readLines()
        assertEquals(0, process.waitFor(), "$said")
        fun after(word: String) = said.single { it.startsWith(word) }.removePrefix(word).trim()
        val (guided, of) = after("guided").split(" of ")
        assertEquals(of, guided)
        assertTrue(after("waiting").toInt() > 0, "$said")
        assertEquals("[disk.full]", after("codes"))
        assertEquals("disk.full", after("caught up"))
        assertTrue('/' !in after("text"))
        val (kept, all) = after("kept").split(" of ")
        assertEquals(all, kept)
    }
}
