/*
 * The category of tests that leave pictures for people to look at, and where they leave them.
 */
package routeguide.app

import android.app.Activity
import android.graphics.Bitmap
import android.os.Handler
import android.os.Looper
import android.view.PixelCopy
import org.junit.Assert.assertEquals
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.time.Duration

interface Pictures

/** Lets Compose draw: a frame comes only when the clock moves. */
internal fun settle() = shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(500))

/** The window as the graphics engine drew it. */
internal fun Activity.picture(): Bitmap {
    val view = window.decorView
    val picture = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
    var outcome = -1
    PixelCopy.request(window, picture, { outcome = it }, Handler(Looper.getMainLooper()))
    settle()
    assertEquals(PixelCopy.SUCCESS, outcome)
    return picture
}

internal fun Bitmap.saveAs(name: String) {
    val folder = checkNotNull(System.getenv("ROUTE_GUIDE_PICTURES")) { "run android/check/run" }
    File(folder, "$name.png").outputStream().use { compress(Bitmap.CompressFormat.PNG, 100, it) }
}
