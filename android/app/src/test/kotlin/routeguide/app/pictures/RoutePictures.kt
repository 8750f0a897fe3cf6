package routeguide.app.pictures

import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.KeptItem
import routeguide.Note
import routeguide.app.R
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.Hand
import routeguide.app.kit.NOON_MS
import routeguide.app.kit.Pocket
import routeguide.app.kit.Routes
import routeguide.app.kit.line
import routeguide.app.kit.move
import routeguide.app.kit.ride
import routeguide.app.kit.setOut
import routeguide.app.kit.showAlone
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.place.PlaceScreen
import routeguide.app.route.ElevationProfile
import routeguide.app.route.RouteScreen
import routeguide.app.route.StartSheet
import routeguide.app.routes.RoutesScreen
import routeguide.app.shared.setFavourite
import routeguide.app.stop.StopScreen
import kotlin.math.PI
import kotlin.math.sin

private val vertical = SemanticsMatcher.keyIsDefined(SemanticsProperties.VerticalScrollAxisRange)

@RunWith(RobolectricTestRunner::class)
class RoutePictures {
    @get:Rule
    val hand = Hand()

    @Test
    fun a_route() = pictured("route", pages = 5) {
        RouteScreen(Screen.Route(BUNDLE, Routes.coast.route), open = {}, back = {})
    }

    @Test
    fun a_stop() = pictured("stop", pages = 3, before = ::likeTheHill) {
        StopScreen(Screen.Stop(BUNDLE, Routes.coast.route, "raganu-kalnas"), open = {}, replace = {}, back = {})
    }

    @Test
    fun a_place() = pictured("place", pages = 2) {
        PlaceScreen(Screen.Place(BUNDLE, "nida"), open = {}, back = {})
    }

    @Test
    fun a_route_that_is_not_there() = pictured("route-missing") {
        RouteScreen(Screen.Route(BUNDLE, "nowhere"), open = {}, back = {})
    }

    @Test
    fun an_elevation_profile() = pictured("elevation") {
        val heights = List(600) { 31 + 24 * sin(it * PI / 97) + 5 * sin(it * PI / 11) }
        ElevationProfile(heights, gainM = 412.0, lossM = 398.0, Modifier.padding(16.dp))
    }

    @Test
    fun the_sheets_of_a_route() = inEveryLook { look ->
        hand.start()
        hand.showAlone { StartSheet(onClose = {}, onStart = { _, _ -> }) }
        hand.pictureAbove("route-starts-$look")
        hand.showAlone { RouteScreen(Screen.Route(BUNDLE, Routes.coast.route), open = {}, back = {}) }
        var share = ""
        hand.window { share = it.getString(R.string.share_gpx) }
        hand.tap(share)
        hand.pictureAbove("route-share-$look")
        hand.leave()
    }

    @Test
    fun a_route_that_was_begun() = inEveryLook { look ->
        val pocket = Pocket(hand.app)
        hand.setOut(Routes.coast, pocket)
        hand.move(ride(hand.app.line(Routes.coast), 0..2_000))
        runBlocking { hand.app.parts.guiding.stop() }
        pocket.obey()
        hand.showAlone { RouteScreen(Screen.Route(BUNDLE, Routes.coast.route), open = {}, back = {}) }
        hand.picture("route-begun-$look")
        hand.showAlone { RoutesScreen(open = {}) }
        hand.picture("routes-begun-$look")
        hand.leave()
    }

    private fun likeTheHill() = runBlocking {
        val item = KeptItem.Stop("raganu-kalnas")
        hand.app.parts.home.setFavourite(BUNDLE, item, "Raganų kalnas", true)
        val note = Note(0u, BUNDLE, item, "Raganų kalnas", "Trolis prie tako.", NOON_MS)
        hand.app.parts.home.change { it.writeNote(note) }
    }

    private fun pictured(name: String, pages: Int = 1, before: () -> Unit = {}, content: @Composable () -> Unit) {
        inEveryLook { look ->
            hand.start()
            before()
            hand.showAlone(content)
            for (page in 1..pages) {
                hand.picture("$name-$page-$look")
                scroll()
            }
            hand.leave()
        }
    }

    private fun scroll() {
        val pages = hand.screen.onAllNodes(vertical)
        if (pages.fetchSemanticsNodes().isEmpty()) return
        pages.onFirst().performSemanticsAction(SemanticsActions.ScrollBy) { it(0f, 900f) }
        hand.settle()
    }
}
