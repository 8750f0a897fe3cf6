/*
 * What leaves the phone in an emergency, and how: always through another app, which the traveller sees and confirms.
 */
package routeguide.app.emergency

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri

/** Opens the phone's dial pad with a number in it; no if there is none. */
fun Context.dial(number: EmergencyNumber): Boolean =
    number.dialled.let { it != null && opens(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", it, null))) }

/** Opens a message to whomever the traveller chooses; no if nothing here sends messages. */
fun Context.message(text: String): Boolean =
    opens(Intent(Intent.ACTION_SENDTO, Uri.parse("smsto:")).putExtra("sms_body", text))

/** Hands a text to an app that the traveller chooses. */
fun Context.shareText(text: String): Boolean {
    val send = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text)
    return opens(Intent.createChooser(send, null))
}

private fun Context.opens(intent: Intent): Boolean = try {
    startActivity(intent)
    true
} catch (_: ActivityNotFoundException) {
    false
}
