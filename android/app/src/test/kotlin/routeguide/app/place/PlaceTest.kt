package routeguide.app.place

import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.DrawnMap
import routeguide.app.kit.Hand
import routeguide.app.kit.showAlone
import routeguide.app.map.Camera
import routeguide.app.navigation.Screen

private val pier = Screen.Place(BUNDLE, "klaipeda-senoji-perkela")

@RunWith(RobolectricTestRunner::class)
class PlaceTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun a_place_says_what_it_is_where_it_is_and_what_lies_near() {
        val opened = mutableListOf<Screen>()
        hand.start()
        hand.showAlone { PlaceScreen(pier, open = opened::add, back = {}) }
        hand.find("Klaipėda old ferry terminal")
        hand.find("Ferry pier")
        hand.find("55.70655, 21.12378")
        assertEquals(55.706551, (DrawnMap.maps.last().camera as Camera.At).place.lat, 0.0)
        hand.find("Danė river canoe trip (Exchange Bridge)").performScrollTo().performClick()
        assertEquals(listOf(Screen.Stop(BUNDLE, "malonus-nuovargiai", "danes-kanojos")), opened)
    }
}
