package routeguide.app.tracks

import android.content.Intent
import android.net.Uri
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.performTextReplacement
import androidx.core.content.IntentCompat
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import routeguide.Departure
import routeguide.RecordingState
import routeguide.app.kit.DrawnMap
import routeguide.app.kit.Given
import routeguide.app.kit.Hand
import routeguide.app.kit.NOON_MS
import routeguide.app.kit.OtherApp
import routeguide.app.kit.Routes
import routeguide.app.kit.asked
import routeguide.app.kit.pick
import routeguide.app.kit.viewing
import routeguide.app.map.Camera
import java.io.File
import javax.xml.XMLConstants
import javax.xml.transform.stream.StreamSource
import javax.xml.validation.SchemaFactory

private const val DAY_MS = 86_400_000L

@RunWith(RobolectricTestRunner::class)
class TracksTest {
    @get:Rule
    val hand = Hand()
    private val ride get() = Given.shared("gpx-corpus/garmin-connect-32b9586f.gpx")

    @Test
    fun without_tracks_the_screen_says_where_they_come_from() {
        hand.start()
        hand.tap("My tracks")
        hand.find("There are no tracks yet.", substring = true)
    }

    @Test
    fun a_track_is_chosen_from_the_files_of_the_phone() {
        hand.start()
        hand.tap("My tracks")
        hand.tap("Add tracks from files")
        hand.pick(OtherApp.install().hold(ride))
        hand.find("1 track is new here")
        hand.tap("Close")
        hand.find(name)
    }

    @Test
    fun nothing_chosen_changes_nothing() {
        hand.start()
        hand.tap("My tracks")
        hand.tap("Add tracks from files")
        hand.pick(null)
        hand.find("There are no tracks yet.", substring = true)
    }

    @Test
    fun a_track_is_shown_on_the_map_with_what_it_came_to() {
        showTrack()
        hand.find("Distance")
        hand.find("Moving time")
        val map = DrawnMap.maps.last()
        assertTrue(map.camera is Camera.Whole)
        assertTrue(map.live.values.single().contains("LineString"))
    }

    @Test
    fun what_a_silence_hides_of_the_way_is_told() {
        showWalk { minute -> if (minute < 10) 0.0 else 0.05 }
        hand.find("Of the distance, 5.6\u00a0km lead straight across gaps in the track", substring = true)
    }

    @Test
    fun a_walk_without_gaps_is_told_without_them() {
        showWalk { 0.0 }
        hand.find("20\u00a0min")
        assertFalse(hand.sees("straight across gaps", substring = true))
    }

    @Test
    fun how_long_it_took_is_a_dash_where_no_time_is_known() {
        showWalk(isTimed = false) { 0.0 }
        hand.find("Total time")
        hand.find("–")
    }

    // Twenty minutes of walking; where it goes on elsewhere, after an hour's silence.
    private fun showWalk(isTimed: Boolean = true, further: (minute: Int) -> Double) {
        val points = (0..20).joinToString("\n") { minute ->
            val silence = if (further(minute) > 0) 60 else 0
            val time = "2026-05-09T%02d:%02d:00Z".format(10 + (minute + silence) / 60, (minute + silence) % 60)
            val lat = 55.0 + minute * 0.0006 + further(minute)
            "<trkpt lat=\"$lat\" lon=\"21.1\">${if (isTimed) "<time>$time</time>" else ""}</trkpt>"
        }
        val gpx = "<gpx version=\"1.1\" creator=\"watch\" xmlns=\"http://www.topografix.com/GPX/1/1\">" +
            "<trk><name>Walk</name><trkseg>$points</trkseg></trk></gpx>"
        hand.start(viewing(OtherApp.install().hold("walk.gpx", gpx)))
        hand.tap("Show")
    }

    @Test
    fun a_track_gets_another_name_and_keeps_it_through_a_restart() {
        showTrack()
        hand.tap("More")
        hand.tap("Rename")
        hand.screen.onNode(hasSetTextAction()).performTextReplacement("Su Jonu prie jūros")
        hand.tap("Save")
        hand.find("Su Jonu prie jūros")
        hand.leave()
        hand.app.die()
        hand.start()
        hand.tap("My tracks")
        hand.find("Su Jonu prie jūros")
    }

    @Test
    fun a_name_is_taken_away_again() {
        showTrack()
        hand.tap("More")
        hand.tap("Rename")
        hand.screen.onNode(hasSetTextAction()).performTextReplacement("")
        hand.tap("Save")
        hand.find("Imported track")
    }

    @Test
    fun a_deleted_track_comes_back_by_undo() {
        showTrack()
        delete()
        assertEquals(RecordingState.BINNED, hand.asked { it.recordings() }.single().state)
        hand.tap("Undo")
        hand.find("Follow")
        assertEquals(RecordingState.CLOSED, hand.asked { it.recordings() }.single().state)
    }

    @Test
    fun a_deleted_track_comes_back_out_of_the_bin_much_later() {
        showTrack()
        delete()
        hand.back()
        hand.find("What you delete stays here for 30 days.")
        hand.tap("Restore")
        assertFalse(hand.sees("Bin"))
        hand.find(name)
    }

    @Test
    fun the_bin_keeps_what_it_holds_as_long_as_it_says_and_no_longer() {
        showTrack()
        delete()
        hand.leave()
        hand.app.nowMs = NOON_MS + 29 * DAY_MS
        hand.start()
        hand.tap("My tracks")
        hand.find("Bin")
        hand.leave()
        hand.app.nowMs = NOON_MS + 31 * DAY_MS
        hand.start()
        hand.tap("My tracks")
        hand.find("There are no tracks yet.", substring = true)
        assertFalse(hand.sees("Bin"))
        assertEquals(0, hand.asked { it.recordings() }.size)
    }

    @Test
    fun the_bin_is_emptied_after_a_question() {
        showTrack()
        delete()
        hand.back()
        hand.tap("Empty the bin")
        hand.find("1 track will be gone for good.")
        hand.tap("Keep")
        assertEquals(1, hand.asked { it.recordings() }.size)
        hand.tap("Empty the bin")
        hand.tap("Delete for good")
        assertEquals(0, hand.asked { it.recordings() }.size)
    }

    @Test
    fun a_track_is_shared_as_valid_gpx_for_each_kind_of_app() {
        val schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Given.shared("gpx-schema/gpx-1.1.xsd"))
        showTrack()
        for (app in listOf("Any app", "Garmin", "OsmAnd", "komoot")) {
            hand.tap("Share as GPX")
            hand.tap(app)
            hand.tap("Share")
            val chooser = checkNotNull(shadowOf(hand.app).nextStartedActivity) { app }
            assertEquals(Intent.ACTION_CHOOSER, chooser.action)
            val sent = checkNotNull(IntentCompat.getParcelableExtra(chooser, Intent.EXTRA_INTENT, Intent::class.java))
            val address = checkNotNull(IntentCompat.getParcelableExtra(sent, Intent.EXTRA_STREAM, Uri::class.java))
            assertEquals("${hand.app.packageName}.files", address.authority)
            val file = File(hand.app.cacheDir, "shared/${address.lastPathSegment}")
            schema.newValidator().validate(StreamSource(file))
        }
    }

    @Test
    fun a_ride_under_way_leads_to_the_guide() {
        hand.start()
        hand.asked { library ->
            val recorder = library.startRecording(routeguide.RecordingStart(NOON_MS, null, null, Routes.coast))
            library.setOut(Routes.coast, false, Departure.CONTINUE, recorder.number()).close()
            recorder.close()
        }
        hand.tap("My tracks")
        hand.find("Being recorded now")
        hand.tap("Being recorded now")
        assertFalse(hand.sees("Add tracks from files"))
    }

    @Test
    fun a_track_that_is_not_there_is_told_in_the_words_of_the_core() {
        hand.start()
        hand.asked { it.importTracks(ride.path, NOON_MS) }
        hand.tap("My tracks")
        hand.tap(name)
        hand.asked { library ->
            library.discardRecording(1u, NOON_MS)
            library.free()
        }
        hand.app.parts.home.changed()
        hand.find("1", substring = true)
        hand.find("Copy report for support")
    }

    private val name get() = hand.asked { it.recordings() }.single().name ?: "Imported track"

    private fun showTrack() {
        hand.start()
        hand.asked { it.importTracks(ride.path, NOON_MS) }
        hand.tap("My tracks")
        hand.tap(name)
        hand.find("Follow")
    }

    private fun delete() {
        hand.tap("More")
        hand.tap("Delete")
        hand.find("Moved to the bin")
    }
}
