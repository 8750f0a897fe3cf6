package routeguide.app.pictures

import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import routeguide.app.kit.Hand
import routeguide.app.kit.assertLooksAsBefore
import routeguide.app.kit.pixels

/** A few screens without a map, which must not come to look otherwise by accident. */
@RunWith(RobolectricTestRunner::class)
class GoldenTest {
    @get:Rule
    val hand = Hand()

    @Test
    @Config(qualifiers = "+lt")
    fun routes() {
        hand.start()
        hand.find("Malonūs nuovargiai")
        looksAsBefore("routes-lt")
    }

    @Test
    @Config(qualifiers = "+de-night")
    fun settings_at_night() {
        hand.start()
        hand.tap("Einstellungen")
        looksAsBefore("settings-de-night")
    }

    @Test
    fun search() {
        hand.start()
        hand.tap("Search")
        looksAsBefore("search-en")
    }

    private fun looksAsBefore(name: String) = hand.window { it.pixels().assertLooksAsBefore(name) }
}
