package routeguide.app.emergency

import android.content.ClipboardManager
import android.content.Intent
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import routeguide.app.kit.Hand
import routeguide.app.kit.allowAll
import routeguide.app.kit.allowNothing
import routeguide.app.kit.asked
import routeguide.app.kit.idle
import routeguide.app.kit.nida
import routeguide.app.kit.showAlone
import routeguide.app.kit.standAt
import routeguide.app.kit.switchLocation

private const val WITHOUT_PLACE = "Without a position, say what you see"

@RunWith(RobolectricTestRunner::class)
class EmergencyTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun the_number_opens_the_dial_pad_and_calls_nobody_by_itself() {
        open()
        hand.find("The single emergency number throughout the European Union.")
        hand.tap("Call 112")
        val dial = nextStarted()
        assertEquals(Intent.ACTION_DIAL, dial?.action)
        assertEquals("tel:112", dial?.dataString)
    }

    @Test
    fun nothing_is_dialled_that_a_phone_would_take_for_an_order() {
        fun dialled(number: String) = EmergencyNumber(number, null).dialled
        assertEquals("112", dialled("112"))
        assertEquals("+37052620000", dialled("+370 (5) 262-0000"))
        val orders = listOf("*21*112#", "112,1", "112;ext=1", "tel:112", "１１２", "²112", "+", "112\n", "")
        for (order in orders + "1".repeat(16)) assertNull(order, dialled(order))
    }

    @Test
    fun a_bundle_with_no_number_leaves_the_one_that_answers_everywhere() {
        val manifest = hand.asked { it.bundles() }.single().manifest
        val told = listOf("*21*0900#", "+41 144", "112").map { manifest.copy(emergencyNumber = it) }
        val numbers = emergencyNumbers(told)
        assertEquals(listOf("112", "+41 144"), numbers.map { it.number })
        assertEquals(manifest.emergencyNote, numbers.first().note)
    }

    @Test
    fun the_place_is_there_to_be_read_aloud() {
        locate()
        open()
        hand.app.standAt(nida)
        val words = checkNotNull(hand.app.parts.home.words.value).position(nida)
        assertTrue(hand.sees(words.digits))
        assertTrue(hand.sees("Accurate to about 10\u00a0m"))
        assertTrue(hand.sees("Found ", substring = true))
        assertTrue(hand.sees("Nearest to you"))
        assertFalse(hand.sees(WITHOUT_PLACE, substring = true))
    }

    @Test
    fun an_old_place_is_said_to_be_old() {
        locate()
        open()
        hand.app.standAt(nida)
        assertFalse(hand.sees("This position is old", substring = true))
        idle(5 * 60_000)
        hand.screen.mainClock.advanceTimeBy(11_000)
        hand.find("This position is old", substring = true)
    }

    @Test
    @Config(qualifiers = "+de")
    fun a_message_says_it_in_the_travellers_language_and_in_digits_for_every_map() {
        locate()
        open()
        hand.app.standAt(nida)
        hand.tap("Per SMS")
        val message = checkNotNull(nextStarted())
        assertEquals(Intent.ACTION_SENDTO, message.action)
        assertEquals("smsto", message.data?.scheme)
        val text = checkNotNull(message.getStringExtra("sms_body"))
        assertTrue(text, text.startsWith("Ich brauche Hilfe. Mein Standort (Breite, Länge): 55.30300, 21.00500."))
        assertTrue(text, text.contains("Auf etwa 10\u00a0m genau. Am nächsten: ") && text.endsWith(" von mir."))
    }

    @Test
    fun the_digits_can_be_copied_and_shared() {
        locate()
        open()
        hand.app.standAt(nida)
        hand.tap("Copy")
        val copied = hand.app.getSystemService(ClipboardManager::class.java)?.primaryClip?.getItemAt(0)?.text
        assertEquals("55.30300, 21.00500", copied)
        hand.tap("Share")
        assertEquals(Intent.ACTION_CHOOSER, nextStarted()?.action)
    }

    @Test
    fun without_leave_to_know_the_place_it_says_what_to_do() {
        hand.app.allowNothing()
        open()
        hand.find(WITHOUT_PLACE, substring = true)
        assertTrue(hand.sees("The app is not allowed to use your location."))
        assertTrue(hand.sees("Call 112"))
        hand.tap("Show my position")
        assertTrue(hand.sees("It stays on this phone until you send it yourself.", substring = true))
        hand.tap("Not now")
        assertNull(nextStarted())
        hand.find(WITHOUT_PLACE, substring = true)
    }

    @Test
    fun while_the_place_is_not_found_yet_it_says_so() {
        locate()
        open()
        hand.find("Looking for your position", substring = true)
        hand.find(WITHOUT_PLACE, substring = true)
    }

    @Test
    fun location_that_is_switched_off_can_be_switched_on_from_here() {
        locate()
        hand.app.switchLocation(isOn = false)
        open()
        hand.tap("Switch on location")
        assertEquals("android.settings.LOCATION_SOURCE_SETTINGS", nextStarted()?.action)
    }

    private fun open() = hand.showAlone { EmergencyScreen(onBack = {}) }

    private fun locate() {
        hand.app.allowAll()
        hand.app.switchLocation(isOn = true)
    }

    private fun nextStarted(): Intent? {
        var started: Intent? = null
        hand.window { started = shadowOf(it).nextStartedActivity }
        return started
    }
}
