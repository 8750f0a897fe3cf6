package routeguide.app.incoming

import android.content.Intent
import android.net.Uri
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import routeguide.app.kit.Given
import routeguide.app.kit.Hand
import routeguide.app.kit.OtherApp
import routeguide.app.kit.agree
import routeguide.app.kit.asked
import routeguide.app.kit.pick
import routeguide.app.kit.sending
import routeguide.app.kit.sharing
import routeguide.app.kit.viewing
import java.io.File
import java.io.FileNotFoundException
import java.io.InputStream
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

@RunWith(RobolectricTestRunner::class)
class IncomingTest {
    @get:Rule
    val hand = Hand()
    private val friend by lazy { OtherApp.install() }
    private val iphone
        get() = friend.hold("iphone.zip") { checkNotNull(javaClass.getResourceAsStream("/backups/from-ios.zip")) }
    private val good get() = Given.shared("gpx-corpus/garmin-connect-32b9586f.gpx")

    @Test
    fun a_track_opened_with_the_app_is_brought_in_and_shown() {
        hand.start(viewing(friend.hold(good)))
        hand.find("1 track is new here")
        hand.tap("Show")
        hand.find("Follow")
        nothingIsLeft()
    }

    @Test
    fun the_same_track_is_known_the_second_time() {
        hand.start(sending(friend.hold(good), friend.hold(good)))
        hand.find("1 track is new here")
        hand.find("1 track was here already")
    }

    @Test
    fun tracks_of_a_corpus_come_in_and_each_that_does_not_says_why() {
        val files = checkNotNull(Given.shared("gpx-corpus").listFiles { file -> file.extension == "gpx" }).sorted()
        hand.start(sending(*files.map { friend.hold(it) }.toTypedArray()))
        hand.find("tracks are new here", substring = true)
        val recordings = hand.asked { it.recordings() }
        assertTrue("${recordings.size} of ${files.size}", recordings.size > files.size / 2)
        hand.find("files were not added:", substring = true)
        nothingIsLeft()
    }

    @Test
    fun an_archive_of_tracks_comes_in() {
        val archive = File(hand.app.cacheDir, "rides.zip")
        ZipOutputStream(archive.outputStream()).use { zip ->
            zip.putNextEntry(ZipEntry("../../ride.gpx"))
            zip.write(good.readBytes())
            zip.putNextEntry(ZipEntry("letter.txt"))
            zip.write("Dear friend".toByteArray())
        }
        hand.start(viewing(friend.hold(archive)))
        hand.find("1 track is new here")
    }

    @Test
    fun what_is_no_track_is_refused_by_the_name_it_came_with() {
        hand.start(viewing(friend.hold("../../files/library/lėtas kelias.gpx", "not GPX")))
        hand.find("Nothing was added")
        hand.find("lėtas kelias.gpx")
        nothingIsLeft()
    }

    @Test
    fun a_file_without_end_is_given_up() {
        val endless = object : InputStream() {
            override fun read(): Int = 0

            override fun read(into: ByteArray, offset: Int, length: Int): Int = length
        }
        hand.start(viewing(friend.hold("endless.gpx") { endless }))
        hand.find("The file is too large for the app. Split it, or ask for a smaller one.")
        nothingIsLeft()
    }

    @Test
    fun another_app_that_does_not_let_its_file_be_read_is_told_of() {
        hand.start(sending(friend.refuse("a.gpx", SecurityException("no")), friend.hold(good)))
        hand.find("The other app does not let this one read the file.", substring = true)
        hand.find("1 track is new here")
    }

    @Test
    fun a_file_that_is_gone_is_told_of() {
        hand.start(viewing(friend.refuse("a.gpx", FileNotFoundException("gone"))))
        hand.find("The file is not there any more. Share it again.")
    }

    @Test
    fun another_app_that_breaks_breaks_nothing_here() {
        hand.start(viewing(friend.refuse(null, IllegalStateException("broken"))))
        hand.find("The file could not be read to its end.", substring = true)
    }

    @Test
    fun the_app_does_not_open_its_own_files_for_others() {
        val own = File(hand.app.filesDir, "library/library.db")
        val addresses = arrayOf(Uri.fromFile(own), Uri.parse("content://routeguide.app.files/shared/ride.gpx"))
        hand.start(sending(*addresses))
        hand.find("No file was handed over that the app can open.", substring = true)
    }

    @Test
    fun a_bundle_is_installed_once_the_traveller_agrees() {
        hand.start(viewing(friend.hold(Given.bundle)))
        hand.find("Install this route package?")
        val manifest = hand.asked { it.bundles() }.single().manifest
        hand.find(manifest.name)
        hand.find("Publisher: ${manifest.publisher}")
        hand.find("It replaces version ${manifest.version} by ${manifest.publisher} on this phone.")
        hand.find("klaipedos-regionas.gpkg", substring = true)
        hand.tap("Install")
        hand.find("The routes of klaipedos-regionas.gpkg were installed already.")
        nothingIsLeft()
    }

    @Test
    fun a_bundle_that_is_not_wanted_is_forgotten() {
        hand.start(viewing(friend.hold(Given.bundle)))
        hand.find("Install this route package?")
        hand.tap("Cancel")
        assertFalse(hand.sees("Nothing was added"))
        nothingIsLeft()
    }

    @Test
    fun a_backup_opened_with_the_app_is_restored_once_the_traveller_agrees() {
        hand.start(viewing(iphone))
        hand.find("Restore this backup?")
        hand.find("This is a backup of this app", substring = true)
        hand.find("Nothing that is on this phone is replaced or lost.", substring = true)
        assertEquals(0, hand.asked { it.recordings() }.size)
        hand.tap("Restore")
        // Their language came along.
        hand.find("Wiederhergestellt")
        hand.find("1 Notiz")
        allIsBack()
        hand.tap("Anzeigen")
        hand.find("Über die Düne")
        nothingIsLeft()
    }

    @Test
    fun a_backup_that_comes_by_mail_is_restored_whole() {
        hand.start(sharing(iphone))
        hand.tap("Restore")
        hand.find("1 Favorit")
        allIsBack()
        hand.tap("Schließen")
        hand.leave()
        hand.start(sharing(iphone))
        hand.tap("Wiederherstellen")
        hand.find("1 Aufzeichnung war schon hier")
        allIsBack()
    }

    @Test
    fun a_backup_among_files_for_tracks_is_no_track() {
        hand.start()
        hand.tap("My tracks")
        hand.tap("Add tracks from files")
        hand.pick(iphone)
        hand.agree("Restore")
        hand.find("1 Notiz")
        allIsBack()
    }

    @Test
    fun a_backup_that_is_not_wanted_changes_nothing() {
        hand.start(sending(iphone, friend.hold(good)))
        hand.find("Restore this backup?")
        hand.tap("Cancel")
        hand.find("1 track is new here")
        assertEquals(0, hand.asked { it.notes() }.size)
        nothingIsLeft()
    }

    @Test
    fun a_backup_that_was_cut_off_is_refused_by_its_name() {
        val whole = checkNotNull(javaClass.getResourceAsStream("/backups/from-ios.zip")).readBytes()
        // Its list is there, what is listed is not.
        val hollow = whole.copyOf(4) + whole.takeLast(200)
        hand.start(viewing(friend.hold("iphone.zip") { hollow.inputStream() }))
        hand.tap("Restore")
        hand.find("Nothing was added")
        hand.find("iphone.zip")
        nothingIsLeft()
    }

    @Test
    fun a_database_that_is_no_bundle_is_refused() {
        hand.start(viewing(friend.hold("evil.gpkg", "SQLite format 3\u0000 and nothing else")))
        hand.find("Nothing was added")
        hand.find("evil.gpkg", substring = true)
        assertEquals(1, hand.asked { it.bundles() }.size)
    }

    @Test
    @Config(qualifiers = "+lt")
    fun a_lithuanian_is_told_in_lithuanian() {
        hand.start(viewing(friend.hold(good)))
        hand.find("Pridėtas 1 naujas įrašas")
    }

    @Test
    fun what_came_before_the_app_was_left_does_not_come_again() {
        val again = viewing(friend.hold(good)).addFlags(Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY)
        hand.start(again)
        hand.find("Pleasant Fatigue")
        assertFalse(hand.sees("Added"))
    }

    private fun allIsBack() {
        assertEquals("Über die Düne", hand.asked { it.recordings() }.single().name)
        assertEquals(listOf("Gegenwind 🌬\nbis Nida"), hand.asked { it.notes() }.map { it.words })
        assertEquals(listOf("Schöne Müdigkeit"), hand.asked { it.favourites() }.map { it.name })
    }

    private fun nothingIsLeft() {
        hand.settle()
        val left = File(hand.app.cacheDir, "incoming").walk().filter { it.isFile }.toList()
        assertEquals(emptyList<File>(), left)
    }
}
