package routeguide.app.pictures

import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.junit.Rule
import org.junit.Test
import org.junit.experimental.categories.Category
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.Hand
import routeguide.app.kit.NOON_MS
import routeguide.app.kit.Pictures
import routeguide.app.kit.Routes
import routeguide.app.kit.showAlone
import routeguide.app.navigation.Screen
import routeguide.app.place.PlaceScreen
import routeguide.app.route.ElevationProfile
import routeguide.app.route.RouteScreen
import routeguide.app.stop.StopScreen

@RunWith(RobolectricTestRunner::class)
@Category(Pictures::class)
class RoutePictures {
    @get:Rule
    val hand = Hand()
    private val coast = Screen.Route(BUNDLE, Routes.coast.route)
    private val hill = Screen.Stop(BUNDLE, Routes.coast.route, "raganu-kalnas")

    @Test
    fun a_route() = inEveryLook { look ->
        hand.start()
        hand.showAlone { RouteScreen(coast, open = {}, back = {}) }
        hand.find("GPX", substring = true)
        hand.picture("route-$look")
        hand.find("Palanga (Polangen)", substring = true)
        hand.picture("route-stages-$look")
        hand.leave()
    }
}
