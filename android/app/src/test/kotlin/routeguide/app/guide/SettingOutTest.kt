package routeguide.app.guide

import android.Manifest.permission.ACCESS_COARSE_LOCATION
import android.Manifest.permission.ACCESS_FINE_LOCATION
import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.Activity
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.provider.Settings
import androidx.compose.material3.Button
import androidx.compose.material3.Text
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.util.ReflectionHelpers
import routeguide.Departure
import routeguide.app.kit.Hand
import routeguide.app.kit.Routes
import routeguide.app.kit.allowAll
import routeguide.app.kit.allowNothing
import routeguide.app.kit.showAlone
import routeguide.app.kit.switchLocation
import routeguide.app.parts

@RunWith(RobolectricTestRunner::class)
class SettingOutTest {
    @get:Rule
    val hand = Hand()
    private var isUnderway = false
    private val all = listOf(ACCESS_FINE_LOCATION, ACCESS_COARSE_LOCATION, POST_NOTIFICATIONS)

    @Before
    fun nothing_is_allowed() {
        hand.app.allowNothing()
        hand.app.switchLocation(isOn = true)
        hand.start()
        hand.showAlone {
            val setOut = rememberSettingOut { isUnderway = true }
            Button({ setOut(Routes.coast, false, Departure.CONTINUE) }) { Text("Start") }
        }
    }

    @Test
    fun why_comes_before_the_systems_question_and_notifications_with_it() {
        hand.tap("Start")
        assertTrue(hand.sees("Where are you?"))
        assertNull(asked())
        hand.tap("Continue")
        assertEquals(all, asked())
        answer(ACCESS_FINE_LOCATION, ACCESS_COARSE_LOCATION, POST_NOTIFICATIONS)
        assertTrue(isUnderway)
        assertNotNull(hand.app.parts.guiding.ride.value)
        assertEquals(GuideService::class.java.name, shadowOf(hand.app).nextStartedService?.component?.className)
    }

    @Test
    fun refused_it_says_what_is_possible_without_and_leads_to_the_settings() {
        hand.tap("Start")
        hand.tap("Continue")
        answer()
        assertTrue(hand.sees("You can still read about the routes", substring = true))
        hand.tap("Allow location")
        assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, opened()?.action)
        assertFalse(isUnderway)
        hand.app.allowAll()
        hand.away()
        assertTrue("back from the settings the guide starts by itself", isUnderway)
    }

    @Test
    fun refused_once_it_may_ask_again() {
        shadowOf(hand.app.packageManager).setShouldShowRequestPermissionRationale(ACCESS_FINE_LOCATION, true)
        hand.tap("Start")
        hand.tap("Continue")
        answer()
        hand.tap("Allow location")
        assertEquals(all.take(2), asked())
        answer(ACCESS_FINE_LOCATION, ACCESS_COARSE_LOCATION)
        assertTrue(isUnderway)
    }

    @Test
    fun not_now_leaves_everything_as_it_was() {
        hand.tap("Start")
        hand.tap("Not now")
        assertFalse(hand.sees("Where are you?"))
        assertNull(hand.app.parts.guiding.ride.value)
    }

    @Test
    fun a_rough_position_is_told_about_and_will_do_if_it_must() {
        hand.tap("Start")
        hand.tap("Continue")
        answer(ACCESS_COARSE_LOCATION, POST_NOTIFICATIONS)
        assertTrue(hand.sees("it misses stops", substring = true))
        hand.tap("Continue like this")
        assertTrue(isUnderway)
    }

    @Test
    fun location_that_is_off_is_switched_on_in_the_settings() {
        hand.app.allowAll()
        hand.app.switchLocation(isOn = false)
        hand.tap("Start")
        assertTrue(hand.sees("Location is switched off for the whole phone", substring = true))
        hand.tap("Open location settings")
        assertEquals(Settings.ACTION_LOCATION_SOURCE_SETTINGS, opened()?.action)
        assertFalse(isUnderway)
        hand.app.switchLocation(isOn = true)
        hand.away()
        assertTrue(isUnderway)
    }

    @Test
    @Config(qualifiers = "+lt")
    fun it_is_asked_in_the_travellers_language() {
        hand.tap("Start")
        assertTrue(hand.sees("Kur jūs esate?"))
    }

    @Test
    fun another_ride_is_asked_about() {
        hand.app.allowAll()
        runBlocking { hand.app.parts.guiding.setOut(Routes.stones, false, Departure.CONTINUE) }
        hand.tap("Start")
        assertTrue(hand.sees("A trip is under way"))
        hand.tap("End it and start this one")
        assertEquals(Routes.coast, hand.app.parts.guiding.ride.value?.way)
        assertTrue(isUnderway)
    }

    private fun asked(): List<String>? {
        var asked: List<String>? = null
        hand.window { asked = shadowOf(it).lastRequestedPermission?.requestedPermissions?.toList() }
        return asked
    }

    private fun answer(vararg granted: String) = hand.window { activity ->
        shadowOf(hand.app).grantPermissions(*granted)
        val request = shadowOf(activity).lastRequestedPermission
        val results = request.requestedPermissions.map { if (it in granted) PERMISSION_GRANTED else PERMISSION_DENIED }
        // The simulated system forgets to note that it has been answered.
        ReflectionHelpers.setField(Activity::class.java, activity, "mHasCurrentPermissionsRequest", false)
        @Suppress("DEPRECATION")
        activity.onRequestPermissionsResult(request.requestCode, request.requestedPermissions, results.toIntArray())
    }

    private fun opened(): Intent? {
        var opened: Intent? = null
        hand.window { opened = shadowOf(hand.app).nextStartedActivity }
        return opened
    }
}
