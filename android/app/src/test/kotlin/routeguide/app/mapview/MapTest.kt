package routeguide.app.mapview

import androidx.compose.ui.test.assertIsNotSelected
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.json.JSONObject
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import routeguide.MapLayer
import routeguide.StopCategory
import routeguide.app.kit.DrawnMap
import routeguide.app.kit.Hand
import routeguide.app.kit.Routes
import routeguide.app.kit.allowAll
import routeguide.app.kit.asked
import routeguide.app.kit.listeners
import routeguide.app.kit.nida
import routeguide.app.kit.standAt
import routeguide.app.kit.switchLocation
import routeguide.app.map.Camera
import routeguide.app.map.Tapped

@RunWith(RobolectricTestRunner::class)
class MapTest {
    @get:Rule
    val hand = Hand()

    private val map: DrawnMap get() = DrawnMap.maps.last { it.isStarted }

    @Test
    fun all_of_the_bundle_is_seen_first() {
        open()
        val whole = (map.camera as Camera.Whole).bounds
        assertTrue("$whole", nida.lat in whole.south..whole.north && nida.lon in whole.west..whole.east)
    }

    @Test
    fun a_tapped_stop_says_what_it_is_and_opens() {
        open()
        tap(Tapped.Stop(Routes.coast.route, aStop()))
        hand.find("Open")
        hand.tap("Close")
        assertFalse(hand.sees("Open"))
        tap(Tapped.Route(Routes.coast.route))
        hand.find("Pleasant Fatigue")
        hand.find("Route · ", substring = true)
        hand.tap("Open")
        assertTrue(DrawnMap.maps.first().isDestroyed)
    }

    @Test
    fun a_tapped_place_says_its_name() {
        open()
        tap(Tapped.Place("klaipeda-senoji-perkela"))
        hand.find("Klaipėda old ferry terminal")
        assertFalse(hand.sees("km to the", substring = true))
    }

    @Test
    fun a_tapped_place_at_the_other_end_of_the_map_says_how_far_it_is() {
        locate()
        open()
        hand.tap("Where am I?")
        hand.app.standAt(nida)
        hand.settle()
        tap(Tapped.Place("seda"))
        hand.find("Seda")
        hand.find("Town · ", substring = true)
        assertTrue(hand.sees("km to the north-east", substring = true))
    }

    @Test
    fun only_the_chosen_kinds_are_drawn_and_listed() {
        open()
        val all = checkNotNull(map.style)
        val label = checkNotNull(hand.app.parts.home.words.value).category(StopCategory.LIGHTHOUSE)
        hand.find("All kinds").assertIsSelected()
        hand.find(label).performScrollTo().performClick()
        hand.settle()
        hand.find(label).assertIsSelected()
        hand.find("All kinds").assertIsNotSelected()
        assertFalse(all == map.style)
        val elsewhere = stops { it != StopCategory.LIGHTHOUSE }.first()
        hand.tap("List")
        hand.find(stops { it == StopCategory.LIGHTHOUSE }.first())
        assertFalse(hand.sees(elsewhere))
    }

    @Test
    fun the_list_says_that_it_needs_a_position_and_asks_why_it_may() {
        open()
        hand.tap("List")
        assertTrue(hand.sees("To list what is near you, the app needs your position."))
        hand.tap("Where am I?")
        assertTrue(hand.sees("Show where you are?"))
        assertTrue(hand.sees("It is asked only while you look at this map", substring = true))
        hand.tap("Not now")
        assertFalse(hand.sees("Show where you are?"))
    }

    @Test
    fun who_asks_where_they_are_is_shown_and_told_what_is_near_nearest_first() {
        locate()
        open()
        hand.tap("Where am I?")
        hand.app.standAt(nida)
        hand.settle()
        assertEquals(nida, (map.camera as Camera.At).place)
        val here = JSONObject(checkNotNull(map.live[MapLayer.HERE]))
        assertTrue("$here", here.getJSONArray("features").length() > 0)
        hand.tap("List")
        hand.find("Nearby")
        val nearest = hand.asked { library -> library.nearby(nida, null, 3u).map { it.name } }
        val tops = nearest.map { hand.find(it).fetchSemanticsNode().boundsInRoot.top }
        assertEquals(tops.sorted(), tops)
    }

    @Test
    fun the_phone_is_asked_for_its_place_only_while_the_map_is_looked_at() {
        locate()
        open()
        assertEquals(0, hand.app.listeners())
        hand.tap("Where am I?")
        assertEquals(1, hand.app.listeners())
        hand.tap("Routes")
        assertEquals(0, hand.app.listeners())
    }

    @Test
    fun location_that_is_switched_off_is_said_on_the_map() {
        hand.app.allowAll()
        hand.app.switchLocation(isOn = false)
        open()
        hand.tap("Where am I?")
        hand.find("Location is switched off on this phone.")
    }

    @Test
    @Config(qualifiers = "+w891dp-h411dp-land")
    fun on_its_side_the_list_stands_beside_the_map() {
        open()
        assertTrue(map.isStarted)
        hand.find("Pleasant Fatigue")
        assertFalse(hand.sees("List"))
    }

    private fun open() {
        hand.start()
        hand.tap("Map")
    }

    private fun locate() {
        hand.app.allowAll()
        hand.app.switchLocation(isOn = true)
    }

    private fun tap(thing: Tapped) {
        hand.window { map.onTap(thing) }
    }

    private fun aStop(): String = hand.asked { library ->
        library.bundle(Routes.coast.bundle).use { it.route(Routes.coast.route).stops.first().id }
    }

    private fun stops(isWanted: (StopCategory) -> Boolean): List<String> = hand.asked { library ->
        library.bundle(Routes.coast.bundle).use { bundle ->
            bundle.routes().flatMap { bundle.route(it.id).stops }.filter { isWanted(it.category) }.map { it.name }
        }
    }
}
