package routeguide.app.stop

import android.content.ClipboardManager
import android.content.Intent
import androidx.compose.runtime.Composable
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import routeguide.KeptItem
import routeguide.Library
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.Hand
import routeguide.app.kit.NOON_MS
import routeguide.app.kit.Routes
import routeguide.app.kit.showAlone
import routeguide.app.navigation.Screen
import java.io.File

@RunWith(RobolectricTestRunner::class)
class StopTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun a_stop_says_where_it_lies_on_the_route_and_beside_it() {
        openPier()
        hand.find("of the route", substring = true)
        hand.find("from the start", substring = true)
        hand.find("Position accurate to about", substring = true)
        hand.find("Pleasant Fatigue")
    }

    @Test
    fun coordinates_are_copied_and_handed_to_another_map_app() {
        openPier()
        scrollAndTap("Open in another map app")
        val sent = checkNotNull(shadowOf(hand.app).nextStartedActivity)
        assertEquals(Intent.ACTION_VIEW, sent.action)
        scrollAndTap("Copy coordinates")
        hand.find("Coordinates copied")
        val clipboard = checkNotNull(hand.app.getSystemService(ClipboardManager::class.java))
        val copied = clipboard.primaryClip?.getItemAt(0)?.text.toString()
        assertTrue(copied, Regex("""5\d\.\d{5}, 21\.\d{5}""").matches(copied))
        val place = copied.replace(" ", "")
        assertEquals("geo:$place?q=$place(Palanga%20Pier)", sent.dataString)
    }

    @Test
    fun a_note_and_a_favourite_are_there_after_a_restart() {
        openPier()
        hand.tap("Favourite")
        write("Sunset at nine")
        hand.leave()
        openPier()
        hand.find("Favourite").assertIsOn()
        hand.find("Sunset at nine")
        hand.leave()
        assertEquals(listOf(KeptItem.Stop("palangos-tiltas") to "Sunset at nine"), kept())
    }

    @Test
    fun a_note_is_changed_and_one_that_was_removed_comes_back() {
        openPier()
        write("Sunset at nine")
        scrollAndTap("Change this note")
        hand.screen.onNode(hasSetTextAction()).performTextReplacement("Sunset at ten")
        hand.tap("Save")
        hand.find("Sunset at ten")
        assertFalse(hand.sees("Sunset at nine"))
        scrollAndTap("Remove this note")
        assertFalse(hand.sees("Sunset at ten"))
        hand.tap("Undo")
        hand.find("Sunset at ten")
    }

    @Test
    fun a_note_that_is_being_written_outlives_a_turn_of_the_phone() {
        openPier()
        scrollAndTap("Write a note")
        hand.screen.onNode(hasSetTextAction()).performTextInput("Half a sent")
        hand.turn("land")
        hand.find("Half a sent")
    }

    @Test
    fun facts_name_their_sources_and_the_position_its_own() {
        openPier()
        scrollAndTap("Facts and sources")
        hand.find("Position: ", substring = true)
        hand.find("Source: ", substring = true)
    }

    @Test
    fun the_first_stop_has_none_before_it_and_the_last_none_after() {
        openPier()
        assertFalse(hand.sees("Previous stop", substring = true))
        assertTrue(hand.sees("Next stop", substring = true))
    }

    @Test
    @Config(qualifiers = "+de")
    fun a_german_reads_it_in_german() {
        hand.start()
        hand.showAlone { stop("palangos-tiltas") }
        hand.find("Seebrücke Palanga")
        hand.find("So kommen Sie hin")
        hand.find("Nächster Halt: Bernsteinmuseum und Birutė-Park Palanga")
    }

    @Test
    fun a_stop_that_is_not_there_is_said_to_be_missing() {
        hand.start()
        hand.showAlone { stop("nowhere") }
        hand.find("This stop is not on the route.", substring = true)
    }

    @Composable
    private fun stop(id: String) =
        StopScreen(Screen.Stop(BUNDLE, Routes.coast.route, id), open = {}, replace = {}, back = {})

    private fun openPier() {
        hand.start()
        hand.tap("Pleasant Fatigue")
        hand.tap("Palanga Pier")
        hand.find("How to get there")
    }

    private fun write(words: String) {
        scrollAndTap("Write a note")
        hand.screen.onNode(hasSetTextAction()).performTextInput(words)
        hand.tap("Save")
        hand.find(words)
    }

    private fun scrollAndTap(words: String) {
        hand.find(words).performScrollTo().performClick()
        hand.settle()
    }

    // As another process would find it.
    private fun kept() = Library.open(File(hand.app.filesDir, "library").path, "en", NOON_MS).use { library ->
        assertEquals(listOf(KeptItem.Stop("palangos-tiltas")), library.favourites().map { it.item })
        library.notes().map { it.item to it.words }
    }
}
