/* Every way in which the core says no, as a shell gets it: the case, the code, a text in three languages. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.ByteBuffer
import java.nio.channels.FileChannel
import java.nio.file.Path
import java.nio.file.StandardOpenOption.WRITE
import java.security.KeyPairGenerator
import java.util.Base64
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

internal class ErrorsTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a file that is no bundle is at fault`() =
        assertCase<RouteGuideException.Input>("bundle.not-a-bundle") { library ->
            val file = folder.resolve("no.gpkg").apply { writeBytes("Not a bundle".toByteArray()) }
            library.install(file.text(), null, emptyList(), NOON_MS)
        }

    @Test
    fun `a bundle of which a byte was altered is not trusted`() {
        val bytes = Path.of(Given.bundle).readBytes()
        bytes[bytes.indexOf("Parnidis".toByteArray())] = '?'.code.toByte()
        val altered = folder.resolve("altered.gpkg").apply { writeBytes(bytes) }
        assertCases<RouteGuideException.Untrusted>("bundle.altered") { language ->
            emptyLibrary(folder.resolve(language), language).use {
                it.install(altered.text(), null, emptyList(), NOON_MS)
            }
        }
    }

    @Test
    fun `a bundle without the signature that its publisher is known for is not trusted`() =
        assertCase<RouteGuideException.Untrusted>("trust.unsigned") { library ->
            val publisher = library.bundle(BUNDLE).use { it.manifest() }.publisher
            library.uninstall(BUNDLE)
            try {
                library.install(Given.bundle, null, listOf(PublisherKey(publisher, publicKey())), NOON_MS)
            } finally {
                library.install(Given.bundle, null, emptyList(), NOON_MS)
            }
        }

    @Test
    fun `a bundle, a route or a recording that is not there is not found`() {
        assertCase<RouteGuideException.NotFound>("not-found.bundle") { it.bundle("no-such") }
        assertCase<RouteGuideException.NotFound>("not-found.recording") { it.recordingLine(99u) }
        assertCase<RouteGuideException.NotFound>("bundle.no-route") { library ->
            library.bundle(BUNDLE).use { it.route("no-such") }
        }
        assertCase<RouteGuideException.NotFound>("bundle.no-place") { library ->
            library.bundle(BUNDLE).use { it.place("no-such") }
        }
        assertCase<RouteGuideException.NotFound>("bundle.no-picture") { library ->
            library.bundle(BUNDLE).use { it.picture("no-such", PictureSize.CARD) }
        }
    }

    @Test
    fun `what cannot be done to a recording now says so`() =
        assertCase<RouteGuideException.NotNow>("recording.still-open") { library ->
            (library.openRecording() ?: library.record()).close()
            library.record()
        }

    @Test
    fun `a file where there is no folder is the disk's no`() =
        assertCase<RouteGuideException.Disk>("disk.failed") { library ->
            library.bundle(BUNDLE).use {
                it.exportGpx(coast.route, null, GpxProfile.PLAIN, folder.resolve("no/such/a.gpx").text(), null)
            }
        }

    @Test
    fun `a library of a newer app says so and is left as it is`() {
        library(folder).close()
        val database = folder.resolve("library.sqlite")
        FileChannel.open(database, WRITE).use { file ->
            // PRAGMA user_version, as SQLite keeps it in the file's header.
            file.write(ByteBuffer.allocate(4).putInt(0, 9_999), 60)
        }
        val before = database.readBytes().toList()
        assertCases<RouteGuideException.Newer>("library.newer") { language -> emptyLibrary(folder, language) }
        assertEquals(before, database.readBytes().toList())
    }

    @Test
    fun `a folder of others is no library`() {
        val others = folder.resolve("others")
        others.resolve("bundles").createDirectories().resolve("letter.txt").writeBytes(ByteArray(3))
        assertCases<RouteGuideException.Input>("library.not-a-library") { language -> emptyLibrary(others, language) }
    }

    @Test
    fun `a fault of ours while asking is reported, and the library goes on`() = library(folder).use { library ->
        assertCase<RouteGuideException.Internal>("internal") { it.rehearseFault(false) }
        val said = refusal<RouteGuideException.Internal> { library.rehearseFault(false) }
        assertTrue("bindings/src/library/mod.rs" in said.detail, said.detail)
        assertEquals(1, library.bundles().size)
        library.like(Favourite(BUNDLE, KeptItem.Route(coast.route), "Coast", NOON_MS))
    }

    @Test
    fun `after a fault of ours in a change the library says that it is broken, and opens again as it was`() {
        library(folder).use { library ->
            library.record(stones).use { recorder ->
                library.setOut(stones, false, Departure.CONTINUE, recorder.number()).use { journey ->
                    val fixes = ride(library.line(stones), 0..500)
                    journey.steps(fixes.dropLast(1))
                    refusal<RouteGuideException.Internal> { library.rehearseFault(true) }
                    val calls = listOf<() -> Unit>(
                        { library.bundles() },
                        { library.record() },
                        { recorder.recording() },
                        { journey.step(fixes.last()) },
                    )
                    for (call in calls) assertEquals("broken", refusal<RouteGuideException.Internal>(call).code)
                }
            }
        }
        emptyLibrary(folder).use { library ->
            assertEquals(20, checkNotNull(library.openRecording()).use { it.recording() }.tally.fixes.toInt())
            assertTrue(library.check())
        }
    }

    @Test
    fun `whatever its case, an error carries its words`() {
        val said = Said("code", "text", "detail")
        val every = RouteGuideException::class.java
        val cases = every.classes.filter(every::isAssignableFrom)
        assertEquals(11, cases.size)
        for (case in cases) {
            assertEquals(said, (case.getConstructor(Said::class.java).newInstance(said) as RouteGuideException).said)
        }
    }

    // In each language of the traveller the same case and code, in other words.
    private inline fun <reified T : RouteGuideException> assertCase(code: String, crossinline call: (Library) -> Unit) {
        val folder = folder.resolve("told")
        if (!folder.exists()) library(folder).close()
        assertCases<T>(code) { language -> emptyLibrary(folder, language).use { call(it) } }
    }

    private inline fun <reified T : RouteGuideException> assertCases(code: String, crossinline call: (String) -> Unit) {
        val said = listOf("lt", "en", "de").map { language -> refusal<T> { call(language) } }
        assertEquals(listOf(code), said.map { it.code }.distinct(), "$said")
        assertEquals(3, said.map { it.text }.distinct().size, "$said")
    }

    // As minisign writes it: the algorithm, a number, the key.
    private fun publicKey(): String {
        val ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().public.encoded.takeLast(32)
        return Base64.getEncoder().encodeToString("Ed".toByteArray() + ByteArray(8) { 7 } + ed25519.toByteArray())
    }

    private fun ByteArray.indexOf(part: ByteArray): Int =
        (0..size - part.size).first { at -> part.indices.all { this[at + it] == part[it] } }
}
