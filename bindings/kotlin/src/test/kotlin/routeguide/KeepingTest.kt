/* What the traveller keeps: rides, tracks of others, notes, favourites, photos, choices, and a copy of it all. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.fileSize
import kotlin.io.path.name

internal class KeepingTest {
    @TempDir
    lateinit var folder: Path

    private fun Library.ride(metres: IntRange = 0..2_000): Recording = record(stones, "Saturday").use {
        val fixes = ride(line(stones), metres)
        setOut(stones, false, Departure.CONTINUE, it.number()).use { journey -> journey.steps(fixes) }
        it.stop(NOON_MS + 3_600_000)
        it.recording()
    }

    @Test
    fun `a ride goes out as GPX with every point, and comes in again`() = library(folder).use { library ->
        val ride = library.ride()
        assertEquals(stones, ride.way)
        for (profile in GpxProfile.entries) {
            val file = folder.resolve("$profile.gpx")
            val written = library.exportRecording(ride.number, profile, file.text())
            assertEquals(ride.tally.believed.toInt(), gpx(file).points)
            assertEquals(ride.tally.believed, written.points)
        }
        emptyLibrary(folder.resolve("other")).use { other ->
            val imported = other.importTracks(folder.resolve("GARMIN.gpx").text(), NOON_MS)
            assertEquals(1, imported.brought.size, "$imported")
            assertEquals(
                Coordinates(library.recordingLine(ride.number).positions).size,
                Coordinates(other.recordingLine(imported.brought.single()).positions).size,
            )
        }
    }

    @Test
    fun `of files of the field the good ones come in and the bad ones say why not`() = library(folder).use { library ->
        val corpus = Given.shared("gpx-corpus")
        val files = corpus.listed().filter { it.name.endsWith(".gpx") }
        val imported = library.importTracks(corpus.text(), NOON_MS)
        assertTrue(imported.brought.size > files.size / 2, "${imported.brought.size} of ${files.size}")
        val cutOff = imported.remarks.first { it.file == "garmin-mapsource-basecamp-1883378a.gpx" }
        assertEquals("read.cut-off", cutOff.said.code)
        val places = imported.refused.single { it.file == "osmand-485a9107.gpx" }
        assertEquals("gpx.only-waypoints", places.said.code)
        assertTrue(imported.refused.all { it.said.text.isNotBlank() && '/' !in it.said.text }, "${imported.refused}")
        val tracks = library.recordings()
        assertEquals(imported.brought.toSet(), tracks.map { it.number }.toSet())
        assertTrue(tracks.all { it.origin == RecordingOrigin.IMPORTED })
        val again = library.importTracks(corpus.text(), NOON_MS)
        assertEquals(emptyList<UInt>(), again.brought)
    }

    @Test
    fun `tracks of one file come in one by one, can be joined, and what is odd in them is told`() =
        library(folder).use { library ->
            fun track(from: Int, height: String): String {
                val points = (from..from + 5).map { "<trkpt lat=\"55.0$it\" lon=\"21.1\"><ele>$height</ele></trkpt>" }
                return points.joinToString("", "<trk><trkseg>", "</trkseg></trk>")
            }
            val root = "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">"
            val file = folder.resolve("days.gpx")
            file.toFile().writeText("$root${track(10, "high")}${track(15, "5")}</gpx>")
            val imported = library.importTracks(file.text(), NOON_MS)
            assertEquals(2, imported.brought.size)
            assertEquals("days.gpx" to "read.heights", imported.remarks.single().run { this.file to said.code })
            val one = imported.joinable.single()
            assertTrue(!library.joinable(one).isNullOrEmpty())
            val joined = library.join(one, NOON_MS)
            assertEquals(joined, library.join(imported.brought.last(), NOON_MS))
            assertEquals(null, library.joinable(one))
            assertEquals(3, library.recordings().size)
        }

    @Test
    fun `a track of others can be followed`() = library(folder).use { library ->
        val file = Given.shared("geodata/traces/2018-05-08-klaipeda-nida.gpx")
        val number = library.importTracks(file.text(), NOON_MS).brought.single()
        val line = Coordinates(library.recordingLine(number).positions)
        library.setOut(Way.Track(number), false, Departure.CONTINUE, null).use { journey ->
            val last = journey.steps(ride(line, 0..1_000)).last().step
            assertEquals(1_000.0, checkNotNull(last.update).travelledM, 50.0)
        }
    }

    @Test
    fun `a ride is renamed, discarded, taken back, and deleted when the bin is emptied in time`() =
        library(folder).use { library ->
            val number = library.ride().number
            fun state() = library.recordings().singleOrNull()?.state
            library.renameRecording(number, "Sekmadienis prie jūros")
            assertEquals("Sekmadienis prie jūros", library.recordings().single().name)
            library.renameRecording(number, "")
            assertNull(library.recordings().single().name)
            library.discardRecording(number, NOON_MS)
            assertEquals(RecordingState.BINNED, state())
            library.takeBackRecording(number)
            assertEquals(RecordingState.CLOSED, state())
            library.discardRecording(number, NOON_MS)
            val day = 86_400_000L
            assertEquals(0u, library.emptyBin(NOON_MS + 29 * day))
            assertEquals(1u, library.emptyBin(NOON_MS + 31 * day))
            assertNull(state())
        }

    @Test
    fun `notes and favourites are kept, changed and taken away`() = library(folder).use { library ->
        val dune = KeptItem.Stop("parnidzio-kopa")
        library.like(Favourite(BUNDLE, dune, "Parnidis", NOON_MS))
        library.like(Favourite(BUNDLE, KeptItem.Route(coast.route), "Coast", NOON_MS + 1))
        assertEquals(listOf("Coast", "Parnidis"), library.favourites().map { it.name })
        library.unlike(BUNDLE, dune)
        assertEquals(listOf("Coast"), library.favourites().map { it.name })
        val number = library.writeNote(Note(0u, BUNDLE, dune, "Parnidis", "Windy ☀", NOON_MS))
        library.changeNote(number, "Calm", NOON_MS + 1)
        assertEquals("Calm", library.notes().single().words)
        library.removeNote(number)
        assertEquals(emptyList<Note>(), library.notes())
    }

    @Test
    fun `photos and voice notes stay with their ride, and what was reached is known by it`() =
        library(folder).use { library ->
            val ride = library.ride()
            val photo = RideAttachment(AttachmentKind.PHOTO, "IMG_1.jpg", 5u, "sha", NOON_MS, Position(55.0, 21.0))
            val voice = RideAttachment(AttachmentKind.VOICE_NOTE, "a.m4a", 6u, "shb", NOON_MS + 1, null)
            library.attach(ride.number, photo)
            library.attach(ride.number, voice)
            val (kept, located) = library.attachments(ride.number)
            assertEquals(photo, kept)
            // One that knows no place has that of the ride at its time.
            assertEquals(voice, located.copy(position = null))
            assertTrue(located.position != null)
            val reached = library.milestonesOf(ride.key)
            assertEquals(listOf("zemdirbio-muziejus", "truikinu-saltinis"), reached.map { it.item })
            assertTrue(reached.all { it.recording == ride.key && it.kind == MilestoneKind.VISITED }, "$reached")
            assertTrue(reached.all { it.position != null }, "$reached")
        }

    @Test
    fun `the traveller's choice of a language goes before the phone's, for texts and errors`() =
        library(folder, "de").use { library ->
            fun text() = library.bundles().single().manifest.name
            fun error() = refusal<RouteGuideException.NotFound> { library.bundle("no-such") }.text
            val german = text() to error()
            library.choose(library.settings().copy(language = "lt", units = Units.IMPERIAL))
            assertEquals("lt", library.language())
            assertEquals(Units.IMPERIAL, library.settings().units)
            val lithuanian = text() to error()
            assertNotEquals(german.first, lithuanian.first)
            assertNotEquals(german.second, lithuanian.second)
            library.speak("en")
            assertEquals("lt", library.language())
            library.choose(library.settings().copy(language = null))
            assertEquals("en", library.language())
            assertTrue(text() !in listOf(german.first, lithuanian.first))
        }

    @Test
    fun `a backup brings everything into another library, once`() = library(folder.resolve("old")).use { old ->
        val ride = old.ride()
        old.like(Favourite(BUNDLE, KeptItem.Route(coast.route), "Coast", NOON_MS))
        old.writeNote(Note(0u, BUNDLE, KeptItem.Route(coast.route), "Coast", "Windy", NOON_MS))
        old.choose(old.settings().copy(language = "de"))
        val zip = folder.resolve("backup.zip")
        assertEquals(emptyList<UInt>(), old.backUp(zip.text()))
        emptyLibrary(folder.resolve("new")).use { new ->
            val restored = new.restore(zip.text(), NOON_MS)
            assertEquals(Restored(1u, 0u, 0u, 1u, 1u, restored.settings, emptyList()), restored)
            assertEquals("de", new.language())
            val same = new.recordings().single()
            assertEquals(ride.copy(number = same.number), same)
            assertEquals(old.milestonesOf(ride.key), new.milestonesOf(ride.key))
            val again = new.restore(zip.text(), NOON_MS)
            assertEquals(listOf(0u, 1u), listOf(again.recordings, again.known))
        }
    }

    @Test
    fun `what everything takes adds up, and freeing gives some back`() = library(folder.resolve("l")).use { library ->
        library.ride(metres = 0..20_000).also { library.discardRecording(it.number, NOON_MS) }
        val before = library.storage()
        assertEquals(Path.of(Given.bundle).fileSize(), before.bundles.single().bytes.toLong())
        val files = folder.resolve("l").toFile().walk().filter { it.isFile }.sumOf { it.length() }
        assertEquals(files, before.total.toLong())
        library.free()
        val after = library.storage()
        assertTrue(after.total < before.total && after.recordings.isEmpty(), "$before, $after")
    }

    @Test
    fun `a sound library says so and has no damage to tell of`() = library(folder).use { library ->
        assertTrue(library.check())
        assertEquals(emptyList<Damage>(), library.damages())
    }
}
