package routeguide.app.backup

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import routeguide.Favourite
import routeguide.KeptItem
import routeguide.Units
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.Given
import routeguide.app.kit.Hand
import routeguide.app.kit.NOON_MS
import routeguide.app.kit.OtherApp
import routeguide.app.kit.Routes
import routeguide.app.kit.asked
import routeguide.app.kit.pick
import java.io.File

@RunWith(RobolectricTestRunner::class)
class BackupTest {
    @get:Rule
    val hand = Hand()
    private val friend by lazy { OtherApp.install() }
    private val document get() = File(hand.app.cacheDir, "chosen by the traveller.zip")

    @Test
    fun everything_a_traveller_made_comes_back_on_a_new_phone() {
        hand.start()
        hand.asked { library ->
            library.importTracks(Given.shared("gpx-corpus/garmin-connect-32b9586f.gpx").path, NOON_MS)
            library.like(Favourite(BUNDLE, KeptItem.Route("malonus-nuovargiai"), "Pleasant Fatigue", NOON_MS))
        }
        show()
        hand.tap("Make a backup")
        document.writeText("")
        hand.pick(friend.hold(document))
        hand.find("The backup is written.", substring = true)
        hand.leave()

        hand.app.die()
        File(hand.app.filesDir, "library").deleteRecursively()
        File(hand.app.noBackupFilesDir, "shipped-bundle").delete()
        hand.start()
        assertEquals(0, hand.asked { it.recordings() }.size)
        show()
        hand.tap("Restore")
        hand.pick(friend.hold(document))
        hand.find("Restored")
        hand.find("1 track")
        hand.find("1 favourite")
        assertEquals(1, hand.asked { it.recordings() }.size)
        assertEquals(emptyList<File>(), File(hand.app.cacheDir, "incoming").walk().filter { it.isFile }.toList())
    }

    /** Made by the iOS app; kept as it was, so that one from last year is restored too. */
    @Test
    fun who_comes_from_an_iphone_brings_everything_along() {
        hand.start()
        show()
        hand.tap("Restore")
        hand.pick(friend.hold("iphone.zip") { checkNotNull(javaClass.getResourceAsStream("/backups/from-ios.zip")) })
        // Their language came along.
        hand.find("Wiederhergestellt")
        hand.find("1 Aufzeichnung")
        val track = hand.asked { it.recordings() }.single()
        assertEquals("Über die Düne", track.name)
        assertEquals(Routes.coast, track.way)
        assertEquals(80uL, track.tally.fixes)
        assertEquals(listOf("Gegenwind 🌬\nbis Nida"), hand.asked { it.notes() }.map { it.words })
        assertEquals(listOf("Schöne Müdigkeit"), hand.asked { it.favourites() }.map { it.name })
        val settings = hand.asked { it.settings() }
        assertEquals(Triple("de", Units.IMPERIAL, false), Triple(settings.language, settings.units, settings.voice))
    }

    @Test
    @Config(qualifiers = "+lt")
    fun what_is_no_backup_is_refused_in_words() {
        hand.start()
        hand.tap("Nustatymai")
        hand.tap("Atsarginė kopija")
        hand.tap("Atkurti")
        hand.pick(friend.hold("kopija.zip", "ne kopija"))
        hand.find("kopija.zip", substring = true)
        assertFalse(hand.sees("Atkurta"))
    }

    @Test
    fun a_place_that_takes_nothing_is_told_of() {
        hand.start()
        show()
        hand.tap("Make a backup")
        hand.pick(friend.refuse("full.zip", SecurityException("no")))
        hand.find("The backup could not be written there", substring = true)
        assertFalse(File(hand.app.cacheDir, "backup.zip").exists())
    }

    @Test
    fun nothing_chosen_does_nothing() {
        hand.start()
        show()
        hand.tap("Make a backup")
        hand.pick(null)
        assertTrue(hand.sees("Make a backup"))
        assertFalse(hand.sees("The backup is written.", substring = true))
    }

    private fun show() {
        hand.tap("Settings")
        hand.tap("Backup")
    }
}
