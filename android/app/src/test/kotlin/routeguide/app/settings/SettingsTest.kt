package routeguide.app.settings

import android.content.Intent
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import routeguide.MapDrawing
import routeguide.Theme
import routeguide.Units
import routeguide.app.kit.Hand
import routeguide.app.kit.asked

@RunWith(RobolectricTestRunner::class)
class SettingsTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun every_setting_is_kept_through_a_restart() {
        show()
        choose("Units", "Miles and feet")
        hand.tap("Say cues aloud")
        choose("Colours", "Dark")
        choose("Map", "Plain, for low sun", isTab = true)
        choose("Warn when off the route by", hand.asked { it.words().distance(200.0) })
        choose("Announce stops ahead", hand.asked { it.words().distance(500.0) })
        choose("Deleted tracks stay in the bin for", "90 days")
        val switches = listOf("Map turns with you", "Record the trip", "Vibrate", "Keep the screen on")
        for (switch in switches) hand.tap(switch)
        hand.leave()
        hand.app.die()
        hand.start()
        val kept = hand.asked { it.settings() }
        assertEquals(Units.IMPERIAL, kept.units)
        assertFalse(kept.voice)
        assertEquals(Theme.DARK, kept.theme)
        assertEquals(MapDrawing.PLAIN, kept.mapStyle)
        assertEquals(200.0, kept.offRouteAlarmM, 0.0)
        assertEquals(500.0, kept.stopAheadM ?: 0.0, 0.0)
        assertEquals(90u, kept.binDays)
        val here = hand.app.parts.choices.choice.value
        assertEquals(Choice(screenOn = true, record = false, vibrate = false, courseUp = true), here)
        hand.tap("Settings")
        hand.find("Miles and feet")
        hand.find("90 days")
    }

    @Test
    fun another_language_is_spoken_at_once() {
        show()
        choose("Language", "Lietuvių")
        hand.find("Nustatymai")
        choose("Kalba", "Deutsch")
        hand.find("Einstellungen")
        choose("Sprache", "Wie auf dem Telefon")
        hand.find("Settings")
    }

    @Test
    fun a_missing_voice_is_told_with_the_way_to_one() {
        hand.app.voice.languages = setOf("en")
        show()
        hand.find("This phone has a voice for it.")
        choose("Language", "Lietuvių")
        hand.find("Šiame telefone nėra šios kalbos balso: lietuvių.", substring = true)
        hand.tap("Telefono balsai")
        assertEquals("com.android.settings.TTS_SETTINGS", shadowOf(hand.app).nextStartedActivity.action)
    }

    @Test
    fun help_in_an_emergency_is_at_the_top() {
        show()
        assertTrue(hand.sees("Emergency"))
    }

    @Test
    fun battery_is_told_with_the_way_to_the_phones_own_settings() {
        show()
        hand.tap("Battery")
        val opened: Intent = shadowOf(hand.app).nextStartedActivity
        assertEquals("android.settings.IGNORE_BATTERY_OPTIMIZATION_SETTINGS", opened.action)
    }

    private fun show() {
        hand.start()
        hand.tap("Settings")
    }

    private fun choose(what: String, option: String, isTab: Boolean = false) {
        if (isTab) hand.tap("With land and water") else hand.tap(what)
        // The chosen one may stand on the screen behind as well.
        hand.tapLast(option)
    }
}
