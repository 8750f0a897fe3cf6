/*
 * The ways into the phone's own settings, where only the traveller can change what the app needs.
 */
package routeguide.app.shared

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.provider.Settings

/** What the phone allows this app. */
fun Context.openAppSettings() =
    open(Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", packageName, null)))

/** Location for the whole phone. */
fun Context.openLocationSettings() = open(Intent(Settings.ACTION_LOCATION_SOURCE_SETTINGS))

/** Which apps the phone's battery saver leaves alone. */
fun Context.openBatterySettings() = open(Intent(Settings.ACTION_IGNORE_BATTERY_OPTIMIZATION_SETTINGS))

/** The phone's voices: the system has no public name for this screen, but all phones know it by this one. */
fun Context.openVoiceSettings() = open(Intent("com.android.settings.TTS_SETTINGS"))

// Some makers leave a screen out; then the settings' first page is the way there.
private fun Context.open(intent: Intent) = try {
    startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
} catch (_: ActivityNotFoundException) {
    startActivity(Intent(Settings.ACTION_SETTINGS).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
}
