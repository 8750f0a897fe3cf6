/*
 * Files that go to other apps: where they are put, and the phone's own sheet in which the traveller chooses the app.
 *
 * What is in a file is written by who shares it.
 */
package routeguide.app.shared

import android.content.ClipData
import android.content.Context
import android.content.Intent
import androidx.core.content.FileProvider
import java.io.File

/** The kind of GPX files. */
const val GPX_TYPE: String = "application/gpx+xml"

/** Longer names are cut by some file systems. */
private const val NAME_LENGTH = 80

/** A file to be written and then shared. Lies in the cache: the system clears it away. */
fun Context.fileToShare(title: String, ending: String): File {
    val folder = File(cacheDir, "shared").apply { mkdirs() }
    val name = title.replace(Regex("[^\\p{L}\\p{M}\\p{N}]+"), "-").take(NAME_LENGTH).trim('-')
    return File(folder, "${name.ifEmpty { "route-guide" }}.$ending")
}

/** Offers a file of [fileToShare] to other apps, which may read this one and no other. */
fun Context.shareFile(file: File, mimeType: String, title: String) {
    val address = FileProvider.getUriForFile(this, "$packageName.files", file)
    val send = Intent(Intent.ACTION_SEND)
        .setType(mimeType)
        .putExtra(Intent.EXTRA_STREAM, address)
        .putExtra(Intent.EXTRA_SUBJECT, title)
        .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
    // The sheet shows the name, and hands the right to read on, by the clip.
    send.clipData = ClipData.newRawUri(title, address)
    startActivity(Intent.createChooser(send, title))
}
