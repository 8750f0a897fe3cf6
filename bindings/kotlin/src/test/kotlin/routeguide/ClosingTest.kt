/* Objects are closed in any order, twice, by anybody, while others call: the answer is an error, and the files are closed. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.Locale
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread
import kotlin.io.path.exists

internal class ClosingTest {
    @TempDir
    lateinit var folder: Path

    /** One of each object, with a call that each of them answers while it is open. */
    private class All(folder: Path) {
        val library = if (folder.exists()) emptyLibrary(folder) else library(folder)
        val bundle = library.bundle(BUNDLE)
        val guide = bundle.guide(stones.route, false)
        val recorder = library.openRecording() ?: library.record(stones)
        val journey = library.setOut(stones, false, Departure.CONTINUE, recorder.number())
        private val fix = ride(library.line(stones), 0..100).first()

        val calls: Map<AutoCloseable, () -> Any?> = mapOf(
            library to { library.bundles() },
            bundle to { bundle.routes() },
            guide to { guide.step(fix) },
            recorder to { recorder.number() },
            journey to { journey.step(fix) },
        )
    }

    @Test
    fun `in every order each object closes, twice, and then says that it is closed`() {
        val here = folder.resolve("library")
        for (order in permutations(listOf(0, 1, 2, 3, 4))) {
            val all = All(here)
            val objects = all.calls.keys.toList()
            assertTrue(openFiles(here).isNotEmpty())
            for (at in order) {
                objects[at].close()
                objects[at].close()
                assertEquals("closed", refusal<RouteGuideException.Closed> { all.calls.getValue(objects[at])() }.code)
            }
            assertEquals(emptyList<String>(), openFiles(here))
        }
    }

    @Test
    fun `what belongs to a closed library says so, but a bundle and a guide go on`() {
        val all = All(folder.resolve("library"))
        all.library.close()
        refusal<RouteGuideException.Closed> { all.calls.getValue(all.journey)() }
        refusal<RouteGuideException.Closed> { all.recorder.recording() }
        assertEquals(3, all.bundle.routes().size)
        all.calls.getValue(all.guide)()
    }

    @Test
    fun `use closes, also when something is thrown inside`() {
        val kept = library(folder).use { it }
        refusal<RouteGuideException.Closed> { kept.bundles() }
        val thrown = runCatching { emptyLibrary(folder).use { error("a shell's own") } }
        assertEquals("a shell's own", thrown.exceptionOrNull()?.message)
        assertEquals(emptyList<String>(), openFiles(folder))
    }

    @Test
    fun `an object that was closed says so in the phone's language`() {
        val kept = emptyLibrary(folder).also { it.close() }
        val phone = Locale.getDefault()
        try {
            val told = listOf("lt", "en", "de", "fr").map { language ->
                Locale.setDefault(Locale.forLanguageTag(language))
                refusal<RouteGuideException.Closed> { kept.bundles() }.text
            }
            assertEquals(3, told.distinct().size)
            assertEquals(told[1], told[3])
        } finally {
            Locale.setDefault(phone)
        }
    }

    @Test
    fun `closing while eight threads call gives each of them answers and then errors`() = repeat(20) { round ->
        val here = folder.resolve("library")
        val all = All(here)
        val calling = CountDownLatch(8)
        val refused = AtomicInteger()
        val calls = all.calls.values.toList()
        val threads = (0..<8).map { number ->
            thread {
                val call = calls[number % calls.size]
                call()
                calling.countDown()
                val error = runCatching { while (true) call() }.exceptionOrNull()
                if (error is RouteGuideException.Closed) refused.incrementAndGet() else throw error!!
            }
        }
        calling.await()
        all.calls.keys.shuffled(kotlin.random.Random(round)).forEach(AutoCloseable::close)
        threads.forEach(Thread::join)
        assertEquals(8, refused.get())
        assertEquals(emptyList<String>(), openFiles(here))
    }

    private fun <T> permutations(items: List<T>): List<List<T>> =
        if (items.isEmpty()) {
            listOf(emptyList())
        } else {
            items.flatMap { one -> permutations(items - one).map { it + one } }
        }
}
