/*
 * What an intent offers: files at addresses, or a link to something in a bundle. Only what can be read off the intent;
 * whether the files are worth anything is looked up in Arrivals, whether the link leads anywhere by the screen it opens.
 *
 * Any app may send anything: nothing here throws, and addresses that would have this app open its own files are no files.
 */
package routeguide.app.incoming

import android.content.ContentResolver
import android.content.Context
import android.content.Intent
import android.net.Uri
import androidx.core.content.IntentCompat
import routeguide.app.MainActivity
import routeguide.app.navigation.Screen

/** A link's scheme. */
private const val SCHEME = "routeguide"

/** What the core takes for an id, and a little more. */
private val id = Regex("[A-Za-z0-9_-]{1,100}")

/** What is handed in. */
sealed interface Offered {
    /** Files of other apps; none where the addresses were nothing that may be opened. */
    data class Files(val addresses: List<Uri>) : Offered

    /** A way to a screen. */
    data class Link(val screen: Screen) : Offered

    /** A link that is no link of ours. */
    data object BadLink : Offered

    /** The app was only started. */
    data object Start : Offered
}

/** What an intent offers. */
fun Context.offered(intent: Intent): Offered {
    // Taken up from the list of recent apps, it was taken in long ago.
    if (intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0) return Offered.Start
    return when (intent.action.orEmpty()) {
        MainActivity.GUIDE -> Offered.Link(Screen.Guide)
        Intent.ACTION_VIEW -> viewed(intent.data)
        Intent.ACTION_SEND, Intent.ACTION_SEND_MULTIPLE -> files(intent.sent())
        else -> Offered.Start
    }
}

private fun Context.viewed(address: Uri?) =
    if (address?.scheme == SCHEME) link(address) else files(listOfNotNull(address))

private fun link(address: Uri): Offered {
    val ids = address.schemeSpecificPart.orEmpty().split('/')
    if (!ids.all(id::matches)) return Offered.BadLink
    return when (ids.size) {
        2 -> Offered.Link(Screen.Route(ids[0], ids[1]))
        3 -> Offered.Link(Screen.Stop(ids[0], ids[1], ids[2]))
        else -> Offered.BadLink
    }
}

// Another app's file is lent by that app. An address of this app, or a path, would be opened with this app's own rights.
private fun Context.files(addresses: List<Uri>) = Offered.Files(
    addresses.distinct().filter { it.scheme == ContentResolver.SCHEME_CONTENT && it.authority != "$packageName.files" },
)

private fun Intent.sent(): List<Uri> = try {
    val many = IntentCompat.getParcelableArrayListExtra(this, Intent.EXTRA_STREAM, Uri::class.java).orEmpty()
    val one = IntentCompat.getParcelableExtra(this, Intent.EXTRA_STREAM, Uri::class.java)
    val clipped = clipData?.let { clip -> (0..<clip.itemCount).mapNotNull { clip.getItemAt(it).uri } }.orEmpty()
    (many + listOfNotNull(one)).ifEmpty { clipped }
} catch (@Suppress("TooGenericExceptionCaught") _: RuntimeException) {
    // Extras that cannot be unpacked.
    emptyList()
}
