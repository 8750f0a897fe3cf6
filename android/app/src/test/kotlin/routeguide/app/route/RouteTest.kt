package routeguide.app.route

import android.content.Intent
import android.net.Uri
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.DrawnMap
import routeguide.app.kit.Given
import routeguide.app.kit.Hand
import routeguide.app.kit.Routes
import routeguide.app.kit.allowAll
import routeguide.app.kit.showAlone
import routeguide.app.map.Camera
import routeguide.app.map.Tapped
import routeguide.app.navigation.Screen
import java.io.File
import javax.xml.XMLConstants
import javax.xml.transform.stream.StreamSource
import javax.xml.validation.SchemaFactory

private const val COAST = "Pleasant Fatigue"
private const val NIDA = "By boat to Nida and north along the spit"

@RunWith(RobolectricTestRunner::class)
class RouteTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun a_traveller_reads_on_from_the_routes_to_a_stop_and_to_the_next_and_finds_back() {
        hand.start()
        hand.tap(COAST)
        hand.find("Palanga to the Dutchman’s Cap")
        hand.tap("Palanga Pier")
        hand.find("How to get there")
        hand.tap("Next stop: Palanga Amber Museum and Birutė Park")
        hand.find("Previous stop: Palanga Pier")
        hand.back()
        hand.find("Palanga to the Dutchman’s Cap")
        hand.back()
        hand.find("Supernatural Landscapes")
    }

    @Test
    fun the_map_shows_all_of_the_route_and_leads_to_the_stop_that_is_tapped() {
        openCoast()
        val map = DrawnMap.maps.last()
        assertTrue(map.camera is Camera.Whole)
        hand.window { map.onTap(Tapped.Stop(Routes.coast.route, "karkle")) }
        hand.find("Next stop:", substring = true)
        assertTrue(hand.sees("Karklė"))
    }

    @Test
    @Config(qualifiers = "+lt")
    fun a_lithuanian_reads_of_stages_and_stops_in_lithuanian() {
        hand.start()
        hand.tap("Malonūs nuovargiai")
        hand.find("Nuo Palangos iki Olando kepurės")
        hand.find("Palangos jūros tiltas")
        hand.find("Pridėjo rengėjai")
        hand.find("Faktai ir šaltiniai")
    }

    @Test
    @Config(qualifiers = "+de")
    fun a_german_reads_of_stages_and_stops_in_german() {
        hand.start()
        hand.tap("Angenehme Erschöpfung")
        hand.find("Von Palanga zur Holländermütze")
        hand.find("Seebrücke Palanga")
        hand.find("Fakten und Quellen")
    }

    @Test
    fun what_the_page_rests_on_is_opened_on_demand_and_names_its_sources() {
        openCoast()
        hand.tap("Facts and sources")
        hand.find("One of three new routes made by the association", substring = true)
        hand.find("OpenStreetMap", substring = true)
    }

    @Test
    fun a_favourite_is_one_after_a_restart() {
        openCoast()
        hand.find("Favourite").assertIsOff()
        hand.tap("Favourite")
        hand.find("Favourite").assertIsOn()
        hand.leave()
        openCoast()
        hand.find("Favourite").assertIsOn()
        hand.tap("Favourite")
        hand.find("Favourite").assertIsOff()
    }

    @Test
    fun the_whole_route_is_shared_as_a_file_that_any_app_reads() {
        openCoast()
        hand.tap("Share as GPX")
        hand.tap("Share")
        val file = shared(COAST)
        assertEquals("Pleasant-Fatigue.gpx", file.name)
        assertValid(file)
    }

    @Test
    fun a_stage_is_shared_for_each_kind_of_device() {
        openCoast()
        for (app in listOf("Garmin", "OsmAnd", "komoot")) {
            hand.tap("Share as GPX")
            hand.tap(app)
            // The page behind the sheet names it too.
            hand.screen.onAllNodes(hasText(NIDA)).onLast().performScrollTo().performClick()
            hand.tap("Share")
            assertValid(shared(NIDA))
        }
    }

    @Test
    fun setting_out_begins_the_journey_and_the_screen_leads_back_to_it() {
        openCoast()
        hand.app.allowAll()
        hand.tap("Start")
        assertEquals(Routes.coast, hand.app.parts.guiding.ride.value?.way)
        assertEquals(false, hand.app.parts.guiding.ride.value?.reversed)
        hand.back()
        hand.find("Back to the guide")
    }

    @Test
    fun the_same_route_is_travelled_in_reverse() {
        openCoast()
        hand.app.allowAll()
        hand.tap("Other ways to start")
        hand.find("Start from here")
        hand.tap("Start in reverse")
        assertEquals(true, hand.app.parts.guiding.ride.value?.reversed)
    }

    @Test
    fun a_route_that_is_not_there_is_said_to_be_missing() {
        hand.start()
        hand.showAlone { RouteScreen(Screen.Route(BUNDLE, "nowhere"), open = {}, back = {}) }
        hand.find("nowhere", substring = true)
        hand.find("Copy report for support")
    }

    @Test
    fun a_route_with_heights_shows_how_it_rises_and_falls() {
        hand.start()
        hand.showAlone { ElevationProfile(listOf(2.0, 24.0, 11.0, 62.0), gainM = 73.0, lossM = 13.0) }
        hand.find("Heights from 2\u00A0m to 62\u00A0m")
        hand.find("73\u00A0m up, 13\u00A0m down", substring = true)
    }

    private fun openCoast() {
        hand.start()
        hand.tap(COAST)
        hand.find("Share as GPX")
    }

    private fun shared(title: String): File {
        val sheet = checkNotNull(shadowOf(hand.app).nextStartedActivity) { "nothing was shared" }
        assertEquals(Intent.ACTION_CHOOSER, sheet.action)
        val sent = checkNotNull(sheet.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
        assertEquals("application/gpx+xml", sent.type)
        assertEquals(title, sent.getStringExtra(Intent.EXTRA_SUBJECT))
        val address = checkNotNull(sent.getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))
        assertEquals(address, sent.clipData?.getItemAt(0)?.uri)
        assertTrue(sent.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        assertEquals("${hand.app.packageName}.files", address.authority)
        return File(hand.app.cacheDir, checkNotNull(address.path).removePrefix("/"))
    }

    private fun assertValid(file: File) {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Given.shared("gpx-schema/gpx-1.1.xsd"))
            .newValidator()
            .validate(StreamSource(file))
    }
}
