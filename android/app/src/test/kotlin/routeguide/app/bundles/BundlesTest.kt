package routeguide.app.bundles

import androidx.compose.ui.test.assertIsNotEnabled
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.Departure
import routeguide.app.kit.Given
import routeguide.app.kit.Hand
import routeguide.app.kit.OtherApp
import routeguide.app.kit.Routes
import routeguide.app.kit.agree
import routeguide.app.kit.asked
import routeguide.app.kit.pick

@RunWith(RobolectricTestRunner::class)
class BundlesTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun the_bundle_that_came_with_the_app_is_told_of() {
        show()
        val manifest = hand.asked { it.bundles() }.single().manifest
        hand.find(manifest.name)
        hand.find("Publisher: ${manifest.publisher}")
        hand.find("Not signed: nobody vouches for who it is from")
        hand.tap("Sources")
        for (attribution in manifest.attributions) hand.find(attribution.what)
    }

    @Test
    fun a_bundle_is_removed_after_a_question_and_comes_back_from_a_file() {
        show()
        hand.tap("Remove")
        hand.tap("Keep")
        assertEquals(1, hand.asked { it.bundles() }.size)
        hand.tap("Remove")
        hand.find("Remove this route package?")
        hand.agree("Remove")
        hand.find("No route package is installed, so there are no routes. Add one from a file.")
        hand.tap("Add or update from a file")
        hand.pick(OtherApp.install().hold(Given.bundle))
        hand.tap("Install")
        hand.find("The routes of klaipedos-regionas.gpkg are installed.")
        assertEquals(1, hand.asked { it.bundles() }.size)
    }

    @Test
    fun the_bundle_of_a_journey_under_way_stays() {
        hand.start()
        hand.asked { it.setOut(Routes.coast, false, Departure.CONTINUE, null).close() }
        hand.app.parts.home.changed()
        hand.tap("Settings")
        hand.tap("Route packages and storage")
        hand.find("Remove").assertIsNotEnabled()
        hand.find("You are under way on one of its routes. End that trip first.")
    }

    @Test
    fun the_room_that_everything_takes_is_told() {
        show()
        hand.find("Space on this phone")
        hand.find("In total")
        assertFalse(hand.sees("Damaged files, set aside"))
    }

    private fun show() {
        hand.start()
        hand.tap("Settings")
        hand.tap("Route packages and storage")
    }
}
