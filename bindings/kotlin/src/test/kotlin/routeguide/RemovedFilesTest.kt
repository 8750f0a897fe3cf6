/* Files vanish under an open library, as they do when a phone's storage is tidied: errors or answers, never a crash. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.deleteExisting
import kotlin.io.path.name

internal class RemovedFilesTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `the database is deleted`() = assertSurvives { library ->
        library.resolve("library.sqlite").deleteExisting()
    }

    @Test
    fun `the whole folder is deleted`() = assertSurvives { library ->
        library.toFile().deleteRecursively()
    }

    @Test
    fun `the bundle's file is deleted`() {
        assertSurvives { library ->
            library.resolve("bundles").listed().single { it.name.endsWith(".gpkg") }.deleteExisting()
        }
        emptyLibrary(folder.resolve("library")).use { library ->
            library.install(Given.bundle, null, emptyList(), NOON_MS)
            assertEquals(3, library.bundle(BUNDLE).use { it.routes() }.size)
        }
    }

    private fun assertSurvives(vanish: (Path) -> Unit) {
        val here = folder.resolve("library")
        library(here).use { library ->
            val bundle = library.bundle(BUNDLE)
            val recorder = library.record(stones)
            val journey = library.setOut(stones, false, Departure.CONTINUE, recorder.number())
            val fixes = ride(library.line(stones), 0..1_000)
            journey.steps(fixes.take(10))
            vanish(here)
            val steps = fixes.drop(10).map { answered { journey.step(it) } }
            assertTrue(steps.any { it?.step?.update != null }, "guidance goes on")
            for (call in listOf<() -> Any?>(
                { library.bundles() },
                { library.bundle(BUNDLE) },
                { library.find("muziejus") },
                { library.recordings() },
                { library.storage() },
                { library.check() },
                { library.backUp(folder.resolve("b.zip").text()) },
                { library.setOut(coast, false, Departure.CONTINUE, null) },
                { bundle.routes() },
                { bundle.route(stones.route) },
                { bundle.mapLayers() },
                { journey.catchUp() },
                { recorder.stop(NOON_MS) },
            )) answered(call)
            listOf(journey, recorder, bundle).forEach(AutoCloseable::close)
        }
        emptyLibrary(here).use { library ->
            answered { library.bundles() }
            library.record().use { it.record(Fix(NOON_MS, null, 55.0, 21.0, 5.0, null, null, null)) }
        }
    }
}
