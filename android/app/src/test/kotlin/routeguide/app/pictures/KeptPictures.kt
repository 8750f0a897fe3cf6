package routeguide.app.pictures

import android.net.Uri
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.R
import routeguide.app.home.value
import routeguide.app.kit.Given
import routeguide.app.kit.Hand
import routeguide.app.kit.NOON_MS
import routeguide.app.kit.OtherApp
import routeguide.app.kit.Pocket
import routeguide.app.kit.Routes
import routeguide.app.kit.asked
import routeguide.app.kit.line
import routeguide.app.kit.move
import routeguide.app.kit.pick
import routeguide.app.kit.ride
import routeguide.app.kit.sending
import routeguide.app.kit.setOut
import routeguide.app.kit.viewing

private val rides = listOf(
    "garmin-connect-32b9586f.gpx",
    "komoot-dc0ae236.gpx",
    "strava-56c21f0b.gpx",
    "osmand-387611dc.gpx",
)

/** The traveller's tracks, files, bundles, settings, backups. */
@RunWith(RobolectricTestRunner::class)
class KeptPictures {
    @get:Rule
    val hand = Hand()
    private val pocket by lazy { Pocket(hand.app) }
    private val friend by lazy { OtherApp.install() }

    @After
    fun the_service_ends() = pocket.end()

    @Test
    fun tracks() = inEveryLook { look ->
        hand.app.anew()
        hand.setOut(Routes.stones, pocket)
        hand.move(ride(hand.app.line(Routes.stones), 0..6_000))
        hand.asked { library -> rides.forEach { library.importTracks(Given.shared("gpx-corpus/$it").path, NOON_MS) } }
        hand.asked { library -> library.discardRecording(library.recordings().last().number, NOON_MS) }
        hand.back()
        tab(R.string.tracks_tab)
        hand.picture("tracks-underway-$look")
        val track = checkNotNull(runBlocking { hand.app.parts.guiding.stop() }.value)
        pocket.end()
        hand.settle()
        hand.picture("tracks-$look")
        hand.find(say(R.string.tracks_empty_bin))
        hand.picture("tracks-bin-$look")
        hand.tap(name(track))
        hand.find(say(R.string.tracks_follow))
        hand.picture("track-$look")
        if (hand.sees(say(R.string.tracks_reached))) hand.find(say(R.string.tracks_reached))
        hand.picture("track-end-$look")
        hand.tap(say(R.string.share_gpx))
        hand.pictureAbove("track-share-$look")
        hand.leave()
    }

    @Test
    fun tracks_none() = inEveryLook { look ->
        hand.app.anew()
        hand.start()
        tab(R.string.tracks_tab)
        hand.picture("tracks-none-$look")
        hand.leave()
    }

    @Test
    fun settings() = inEveryLook { look ->
        hand.app.anew()
        hand.start()
        tab(R.string.settings)
        hand.picture("settings-$look")
        hand.find(say(R.string.settings_battery))
        hand.picture("settings-guide-$look")
        hand.find(say(R.string.licences))
        hand.picture("settings-end-$look")
        hand.tap(say(R.string.settings_off_route))
        hand.pictureAbove("settings-choice-$look")
        hand.leave()
    }

    @Test
    fun bundles() = inEveryLook { look ->
        hand.app.anew()
        hand.start()
        tab(R.string.settings)
        hand.tap(say(R.string.bundles))
        hand.picture("bundles-$look")
        hand.tap(say(R.string.bundles_credits))
        hand.picture("bundles-sources-$look")
        hand.tap(say(R.string.bundles_remove))
        hand.pictureAbove("bundles-remove-$look")
        hand.leave()
    }

    @Test
    fun backup() = inEveryLook { look ->
        hand.app.anew()
        hand.start()
        tab(R.string.settings)
        hand.tap(say(R.string.backup))
        hand.picture("backup-$look")
        hand.tap(say(R.string.backup_restore))
        hand.pick(friend.hold("letter.zip", "Dear friend"))
        hand.find("letter.zip", substring = true)
        hand.picture("backup-refused-$look")
        hand.leave()
    }

    @Test
    fun licences() = inEveryLook { look ->
        hand.app.anew()
        hand.start()
        tab(R.string.settings)
        hand.tap(say(R.string.licences))
        hand.picture("licences-$look")
        hand.leave()
    }

    @Test
    fun incoming() = inEveryLook { look ->
        hand.app.anew()
        val good = friend.hold(Given.shared("gpx-corpus/${rides.first()}"))
        val letter = friend.hold("letter.gpx", "Dear friend")
        hand.start(sending(good, letter, friend.refuse("secret.gpx", SecurityException("no"))))
        hand.find(say(R.string.close))
        hand.pictureAbove("incoming-$look")
        hand.leave()
        hand.start(viewing(friend.hold(Given.bundle)))
        hand.find(say(R.string.incoming_install_title))
        hand.pictureAbove("incoming-bundle-$look")
        hand.leave()
        hand.start(viewing(Uri.parse("routeguide:nowhere")))
        hand.pictureAbove("incoming-link-$look")
        hand.leave()
    }

    private fun name(track: UInt): String =
        hand.asked { library -> library.recordings().single { it.number == track }.followed.first() }

    private fun tab(name: Int) = hand.tap(say(name))

    private fun say(text: Int, vararg with: Any): String {
        var said = ""
        hand.window { said = it.getString(text, *with) }
        return said
    }
}
