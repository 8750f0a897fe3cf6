/* Arguments that no shell should hand in and one will: an error or a sane answer, never a crash and no fault of ours. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.exists

internal class HostileTest {
    @TempDir
    lateinit var folder: Path

    private val numbers = listOf(
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -Double.MAX_VALUE,
        Double.MIN_VALUE, 0.0, -0.0, -1.0, 90.0, 180.0, 1e9,
    )
    private val times = listOf(Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 1)
    private val texts = listOf(
        "", " ", "\u0000", "a\u0000b", "\uD800", "x\uDFFFy", "../..", "../../etc/passwd", "klaipedos-regionas/..", "/",
        "%s%n", "'; DROP TABLE recording; --", "\"*\" OR NEAR(", "\u202E", "e\u0301".repeat(300),
        "a".repeat(1_000_000), "ą".repeat(1_000_000),
    )

    private fun photo(file: String) = RideAttachment(AttachmentKind.PHOTO, file, 0u, file, NOON_MS, null)

    @Test
    fun `numbers in a fix`() = library(folder).use { library ->
        val good = ride(library.line(stones), 0..100).first()
        val bad = numbers.flatMap { number ->
            listOf(
                good.copy(lat = number), good.copy(lon = number), good.copy(accuracyM = number),
                good.copy(altitudeM = number), good.copy(speedMps = number), good.copy(courseDeg = number),
            )
        } + times.flatMap { time -> listOf(good.copy(timeMs = time), good.copy(monotonicMs = time)) }
        for (fix in bad) {
            library.guide(stones).use { guide ->
                val step = guide.step(fix)
                assertTrue((step.update == null) != (step.refused == null), "$fix")
                guide.step(good)
                guide.step(fix)
            }
        }
        library.record(stones).use { recorder ->
            library.setOut(stones, false, Departure.CONTINUE, recorder.number()).use { journey ->
                bad.shuffled(kotlin.random.Random(1)).forEach { answered { journey.step(it) } }
                answered { recorder.record(good.copy(timeMs = Long.MAX_VALUE)) }
            }
            answered { recorder.stop(Long.MIN_VALUE) }
        }
        assertTrue(library.recordings().single().tally.distanceM.isFinite())
        assertTrue(library.check())
    }

    @Test
    fun `texts and ids`() = library(folder).use { library ->
        val bundle = library.bundle(BUNDLE)
        val recorder = library.record()
        for (text in texts) {
            val way = Way.Route(text, text)
            val item = KeptItem.Stop(text)
            for (call in listOf<() -> Any?>(
                { library.find(text) },
                { library.bundle(text) },
                { library.uninstall(text) },
                { library.setOut(way, false, Departure.CONTINUE, null) },
                { library.standing(way, true) },
                { library.speak(text) },
                { library.like(Favourite(text, item, text, NOON_MS)) },
                { library.like(Favourite(BUNDLE, KeptItem.Stop("karkle"), text, NOON_MS)) },
                { library.writeNote(Note(0u, BUNDLE, KeptItem.Stop("karkle"), text, text, NOON_MS)) },
                { library.milestones(text, text) },
                { library.milestonesOf(text) },
                { library.renameRecording(recorder.number(), text) },
                { library.attach(recorder.number(), photo(text)) },
                { library.choose(library.settings().copy(language = text)) },
                { library.install(text, text, listOf(PublisherKey(text, text)), NOON_MS) },
                { library.restore(text, NOON_MS) },
                { library.importTracks(if (text == "/" || ".." in text) "no/$text" else text, NOON_MS) },
                { bundle.route(text) },
                { bundle.line(text) },
                { bundle.profile(text, 2u) },
                { bundle.place(text) },
                { bundle.picture(text, PictureSize.FULL) },
                { bundle.exportGpx(coast.route, text, GpxProfile.OSMAND, folder.resolve("a.gpx").text(), null) },
                { mapStyleJson(look(glyphs = text), listOf(MapLayerSource(MapLayer.LEGS, text))) },
                { mapStyleJson(look(language = text), emptyList()) },
                { mapStyleJson(look().copy(route = text), emptyList()) },
                { bundle.sketch(text, MapTheme.DARK, 300.0, 200.0) },
                { closedObject(text, text) },
                { Library.open(Given.bundle, text, NOON_MS) },
            )) answered(call)
        }
        assertEquals(3, library.bundle(BUNDLE).use { it.routes() }.size)
        assertTrue(library.check())
    }

    @Test
    fun `counts and times`() = library(folder).use { library ->
        assertEquals(0, library.find("muziejus", 0u).size)
        assertTrue(library.find("muziejus", UInt.MAX_VALUE).size in 1..100)
        for (number in numbers) {
            answered { library.search(SearchQuery("muziejus", Position(number, number), 5u)) }
            answered { library.nearby(Position(number, number), null, 5u) }
            answered { hereLayer(Position(55.0, 21.0), number, number, number) }
            answered { hereLayer(Position(number, number), 5.0, null, null) }
            answered { away(Position(number, number), Position(55.0, 21.0)) }
            answered { library.bundle(BUNDLE).use { it.sketch(coast.route, MapTheme.DARK, number, number) } }
            answered { library.choose(library.settings().copy(offRouteAlarmM = number, stopAheadM = number)) }
        }
        for (number in listOf(0u, UInt.MAX_VALUE)) {
            for (call in listOf<() -> Any?>(
                { library.recordingLine(number) },
                { library.trackLayer(number) },
                { library.boundsOf(number) },
                { library.profileOf(number, number) },
                { library.bundle(BUNDLE).use { it.profile(coast.route, number) } },
                { library.sketchOf(number, MapTheme.LIGHT, 300.0, 200.0) },
                { library.setOut(Way.Track(number), false, Departure.CONTINUE, number) },
                { library.setOut(stones, false, Departure.CONTINUE, number) },
                { library.changeNote(number, "", NOON_MS) },
                { library.removeNote(number) },
                { library.discardRecording(number, NOON_MS) },
                { library.attachments(number) },
                { library.choose(library.settings().copy(binDays = number)) },
            )) answered(call)
        }
        for (time in times) {
            answered { library.emptyBin(time) }
            answered { library.startRecording(RecordingStart(time, null, null, null)).use { it.stop(time) } }
            answered { library.like(Favourite(BUNDLE, KeptItem.Stop("karkle"), "Karklė", time)) }
            answered { Library.open(folder.resolve("$time").text(), "lt", time).close() }
            library.favourites().forEach { it.time }
            library.recordings().forEach { listOf(it.started, it.ended) }
        }
        val settings = library.settings()
        assertTrue(settings.offRouteAlarmM in 10.0..500.0 && settings.binDays in 1u..3_650u, "$settings")
    }

    @Test
    fun `states of a guide that are none`() = library(folder).use { library ->
        library.guide(stones).use { guide ->
            ride(library.line(stones), 0..500).forEach(guide::step)
            val state = guide.state()
            assertTrue(state.size <= 4_096)
            for (size in state.indices) answered { guide.restore(state.copyOf(size)) }
            for (at in state.indices) answered { guide.restore(state.copyOf().also { it[at] = (it[at] + 1).toByte() }) }
            answered { guide.restore(ByteArray(1 shl 20) { -1 }) }
            guide.restore(state)
            assertEquals(state.toList(), guide.state().toList())
        }
    }

    @Test
    fun `no id leads out of the library's folder`() {
        val inside = folder.resolve("a/b/library")
        library(inside).use { library ->
            assertEquals(1u, library.record().use { it.number() })
            for (id in listOf("../../../x", "..", "../library.sqlite", "tracks/../x")) {
                answered { library.bundle(id) }
                answered { library.uninstall(id) }
                answered { library.attach(1u, photo(id)) }
            }
        }
        assertTrue(inside.resolve("library.sqlite").exists())
        assertEquals(listOf("b"), folder.resolve("a").listed().map { it.fileName.toString() })
    }
}
