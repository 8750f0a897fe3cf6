package routeguide.app.incoming

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import routeguide.app.kit.Hand
import routeguide.app.kit.OtherApp
import routeguide.app.kit.asked
import routeguide.app.kit.sending
import routeguide.app.kit.viewing

/** Files with more than one track, and files that are not quite as they should be. */
@RunWith(RobolectricTestRunner::class)
class ManyTracksTest {
    @get:Rule
    val hand = Hand()
    private val friend by lazy { OtherApp.install() }

    @Test
    fun each_track_of_a_file_comes_in_by_its_name() {
        hand.start(viewing(friend.hold("camino.gpx", days("Day 1", "Day 2", "Day 3", apart = 5.0))))
        hand.find("3 tracks are new here")
        for (day in 1..3) hand.find("• Day $day")
        assertFalse("what lies apart is no one way", hand.sees("Make one track of them"))
        hand.tap("Show")
        hand.find("Day 2")
    }

    @Test
    fun more_tracks_than_one_reads_at_a_glance_are_counted() {
        val names = Array(12) { "Day ${it + 1}" }
        hand.start(viewing(friend.hold("camino.gpx", days(*names, apart = 2.0))))
        hand.find("12 tracks are new here")
        hand.find("• Day 8")
        hand.find("and 4 more")
        assertFalse(hand.sees("• Day 9"))
    }

    @Test
    fun tracks_that_go_on_in_one_another_can_be_made_one_at_once() {
        hand.start(viewing(friend.hold("camino.gpx", days("Day 1", "Day 2", "Day 3"))))
        hand.find("These tracks come from one file", substring = true)
        hand.tap("Make one track of them")
        val tracks = hand.asked { it.recordings() }
        assertEquals(4, tracks.size)
        val (parts, whole) = tracks.partition { it.name in setOf("Day 1", "Day 2", "Day 3") }
        assertEquals(parts.sumOf { it.tally.distanceM }, whole.single().tally.distanceM, 20.0)
        hand.find(checkNotNull(whole.single().name))
        hand.find("Follow")
        assertFalse(hand.sees("Make one track of them"))
    }

    @Test
    fun a_track_offers_it_on_its_own_page_too() {
        hand.start(viewing(friend.hold("camino.gpx", days("Day 1", "Day 2"))))
        hand.tap("Close")
        hand.tap("My tracks")
        hand.tap("Day 2")
        hand.find("The file of this track has others", substring = true)
        hand.tap("Make one track of them")
        assertEquals(3, hand.asked { it.recordings() }.size)
        hand.find("Follow")
        val second = hand.asked { library -> library.recordings().single { it.name == "Day 2" }.number }
        assertNull(hand.asked { it.joinable(second) })
    }

    @Test
    fun what_a_newer_file_says_of_a_track_is_taken_and_told() {
        hand.start(viewing(friend.hold("a.gpx", days("Old name"))))
        hand.tap("Close")
        hand.leave()
        hand.start(viewing(friend.hold("a.gpx", days("New name"))))
        hand.find("1 track was brought up to date")
        hand.find("• New name")
        assertEquals(listOf("New name"), hand.asked { it.recordings() }.map { it.name })
    }

    @Test
    fun what_was_left_out_of_a_file_is_told_with_its_place() {
        val odd = days("Walk").replaceFirst("<ele>5</ele>", "<ele>high</ele>")
        hand.start(viewing(friend.hold("walk.gpx", odd)))
        hand.find("1 track is new here")
        hand.find("1 remark about what was read")
        hand.find("“walk.gpx”", substring = true)
        hand.find("line ", substring = true)
    }

    @Test
    fun many_remarks_are_opened_when_they_are_asked_for() {
        val odd = List(5) { friend.hold("walk $it.gpx", days("Walk $it", from = 54.0 + it, height = "high")) }
        hand.start(sending(*odd.toTypedArray()))
        hand.find("5 remarks about what was read")
        assertFalse(hand.sees("“walk 4.gpx”", substring = true))
        hand.tap("5 remarks about what was read")
        hand.find("“walk 4.gpx”", substring = true)
    }

    @Test
    @Config(qualifiers = "+lt")
    fun a_lithuanian_is_told_in_lithuanian() {
        hand.start(viewing(friend.hold("kelias.gpx", days("Pirma diena", "Antra diena", height = "aukštai"))))
        hand.find("Pridėti 2 nauji įrašai")
        hand.find("• Antra diena")
        hand.find("1 pastebėjimas apie tai, kas perskaityta")
        hand.tap("Sujungti į vieną įrašą")
        hand.find("Keliauti")
    }

    // Tracks of twenty points, each going on where the one before it ends, or so many degrees further.
    private fun days(vararg names: String, from: Double = 55.0, apart: Double = 0.0, height: String = "5"): String {
        val tracks = names.withIndex().joinToString("\n") { (day, name) ->
            val start = from + day * (0.02 + apart)
            val points = (0..20).joinToString("\n") { point ->
                "<trkpt lat=\"${start + point * 0.001}\" lon=\"21.1\"><ele>$height</ele></trkpt>"
            }
            "<trk><name>$name</name><trkseg>$points</trkseg></trk>"
        }
        return "<gpx version=\"1.1\" creator=\"watch\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n$tracks</gpx>"
    }
}
