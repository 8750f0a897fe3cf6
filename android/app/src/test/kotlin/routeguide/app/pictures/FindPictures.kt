package routeguide.app.pictures

import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.performTextReplacement
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.R
import routeguide.app.emergency.EmergencyScreen
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.DrawnMap
import routeguide.app.kit.Hand
import routeguide.app.kit.Routes
import routeguide.app.kit.allowAll
import routeguide.app.kit.allowNothing
import routeguide.app.kit.asked
import routeguide.app.kit.nida
import routeguide.app.kit.showAlone
import routeguide.app.kit.standAt
import routeguide.app.kit.switchLocation
import routeguide.app.map.Tapped
import routeguide.app.parts

@RunWith(RobolectricTestRunner::class)
class FindPictures {
    @get:Rule
    val hand = Hand()

    @Test
    fun search() = inEveryLook { look ->
        hand.start()
        tap(R.string.search)
        hand.picture("search-empty-$look")
        type("nid")
        hand.picture("search-found-$look")
        type("qqqqqq")
        hand.picture("search-nothing-$look")
        hand.leave()
    }

    @Test
    fun map() = inEveryLook { look ->
        hand.app.allowAll()
        hand.app.switchLocation(isOn = true)
        hand.start()
        tap(R.string.map)
        hand.picture("map-$look")
        tap(R.string.mapview_where_am_i)
        hand.app.standAt(nida, accuracyM = 40.0)
        hand.window { DrawnMap.maps.last { it.isStarted }.onTap(Tapped.Stop(Routes.coast.route, aStop())) }
        hand.picture("map-tapped-$look")
        hand.leave()
    }

    @Test
    fun list() = inEveryLook { look ->
        hand.app.allowNothing()
        hand.start()
        tap(R.string.map)
        if (hand.sees(text(R.string.mapview_list))) tap(R.string.mapview_list)
        hand.picture("map-list-$look")
        tap(R.string.mapview_where_am_i)
        hand.pictureAbove("map-why-$look")
        hand.leave()
    }

    @Test
    fun emergency() = inEveryLook { look ->
        hand.app.allowAll()
        hand.app.switchLocation(isOn = true)
        hand.showAlone { EmergencyScreen(onBack = {}) }
        hand.picture("emergency-waiting-$look")
        hand.app.standAt(nida)
        hand.settle()
        hand.picture("emergency-$look")
        hand.leave()
        hand.app.allowNothing()
        hand.showAlone { EmergencyScreen(onBack = {}) }
        hand.picture("emergency-refused-$look")
        hand.leave()
    }

    @Test
    fun no_routes() = inEveryLook { look ->
        hand.start()
        runBlocking { hand.app.parts.home.uninstall(BUNDLE) }
        hand.settle()
        hand.picture("routes-none-$look")
        tap(R.string.map)
        hand.picture("map-none-$look")
        hand.leave()
    }

    private fun aStop(): String = hand.asked { library ->
        library.bundle(Routes.coast.bundle).use { it.route(Routes.coast.route).stops.last().id }
    }

    private fun text(id: Int): String {
        var text = ""
        hand.window { text = it.getString(id) }
        return text
    }

    private fun tap(id: Int) = hand.tap(text(id))

    private fun type(text: String) {
        hand.screen.onNode(hasSetTextAction()).performTextReplacement(text)
        hand.settle()
    }
}
