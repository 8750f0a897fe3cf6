/*
 * The simulated phone: its positions, its permissions, its screen as a picture.
 */
package routeguide.app.kit

import android.Manifest.permission.ACCESS_COARSE_LOCATION
import android.Manifest.permission.ACCESS_FINE_LOCATION
import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.Activity
import android.content.Context
import android.graphics.Bitmap
import android.location.Location
import android.location.LocationManager
import android.os.Handler
import android.os.Looper
import android.os.SystemClock
import android.view.PixelCopy
import org.junit.Assert.assertEquals
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowSystemClock
import routeguide.Fix
import java.io.File
import java.time.Duration

/** Lets the phone work for a while: frames and timers come only with time. */
fun idle(ms: Long = 500): Unit = shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(ms))

/** The traveller allows what the guide asks for. */
fun Context.allowAll(): Unit =
    shadowOf(testApp).grantPermissions(ACCESS_FINE_LOCATION, ACCESS_COARSE_LOCATION, POST_NOTIFICATIONS)

/** The traveller takes it back. */
fun Context.allowNothing(): Unit =
    shadowOf(testApp).denyPermissions(ACCESS_FINE_LOCATION, ACCESS_COARSE_LOCATION, POST_NOTIFICATIONS)

/** Switches location on or off. */
fun Context.switchLocation(isOn: Boolean) {
    val manager = getSystemService(LocationManager::class.java)
    shadowOf(manager).setProviderEnabled(LocationManager.GPS_PROVIDER, isOn)
    shadowOf(manager).setLocationEnabled(isOn)
}

/** A fix arrives. */
fun Context.arrive(fix: Fix) {
    val since = SystemClock.elapsedRealtimeNanos()
    testApp.nowMs = fix.timeMs
    val location = Location(LocationManager.GPS_PROVIDER).apply {
        latitude = fix.lat
        longitude = fix.lon
        time = fix.timeMs
        elapsedRealtimeNanos = fix.monotonicMs?.let { it * 1_000_000 } ?: since
        accuracy = fix.accuracyM.toFloat()
        fix.altitudeM?.let { altitude = it }
        fix.speedMps?.let { speed = it.toFloat() }
        fix.courseDeg?.let { bearing = it.toFloat() }
    }
    shadowOf(getSystemService(LocationManager::class.java)).simulateLocation(location)
    ShadowSystemClock.advanceBy(Duration.ofMillis(1))
    idle(20)
}

/** What is on the screen now. */
fun Activity.pixels(): Bitmap {
    val view = window.decorView
    val pixels = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
    var outcome = -1
    PixelCopy.request(window, pixels, { outcome = it }, Handler(Looper.getMainLooper()))
    idle()
    assertEquals("the screen could not be copied", PixelCopy.SUCCESS, outcome)
    return pixels
}

/** Writes a picture where they are looked at; nothing where none are wanted. */
fun Bitmap.save(name: String) {
    val folder = System.getenv("ROUTE_GUIDE_PICTURES")?.takeIf { it.isNotEmpty() } ?: return
    val file = File(folder, "$name.png")
    file.parentFile?.mkdirs()
    file.outputStream().use { compress(Bitmap.CompressFormat.PNG, 100, it) }
}
