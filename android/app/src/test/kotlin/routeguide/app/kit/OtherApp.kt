/*
 * Another app on the phone: hands out files and takes them, rightly or wrongly, and lets the traveller pick them.
 */
package routeguide.app.kit

import android.app.Activity
import android.content.ContentProvider
import android.content.ContentValues
import android.content.Intent
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.provider.OpenableColumns
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.io.InputStream

private const val AUTHORITY = "friend.files"

/** The other app's files. */
class OtherApp : ContentProvider() {
    private val names = mutableMapOf<String, String?>()

    /** Hands out a file, and takes what is written into it. */
    fun hold(file: File, name: String? = file.name): Uri = hold(name) { file.inputStream() }.also { address ->
        resolver.registerOutputStreamSupplier(address) { file.outputStream() }
    }

    /** Hands out these words as a file. */
    fun hold(name: String?, words: String): Uri = hold(name) { words.byteInputStream() }

    /** Hands out an address, but no file. */
    fun refuse(name: String?, why: Exception): Uri = hold(name) { throw why }.also { address ->
        resolver.registerOutputStreamSupplier(address) { throw why }
    }

    /** Hands out whatever this opens. */
    fun hold(name: String?, open: () -> InputStream): Uri {
        val address = Uri.parse("content://$AUTHORITY/${names.size}")
        names[names.size.toString()] = name
        resolver.registerInputStreamSupplier(address) { open() }
        return address
    }

    private val resolver get() = shadowOf(RuntimeEnvironment.getApplication().contentResolver)

    override fun query(
        uri: Uri,
        columns: Array<String>?,
        where: String?,
        with: Array<String>?,
        order: String?,
    ): Cursor = MatrixCursor(arrayOf(OpenableColumns.DISPLAY_NAME)).apply {
        addRow(arrayOf(names[uri.lastPathSegment.orEmpty()]))
    }

    override fun onCreate(): Boolean = true

    override fun getType(uri: Uri): String = "application/octet-stream"

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, where: String?, with: Array<String>?): Int = 0

    override fun update(uri: Uri, values: ContentValues?, where: String?, with: Array<String>?): Int = 0

    companion object {
        /** Installs it. */
        fun install(): OtherApp = Robolectric.setupContentProvider(OtherApp::class.java, AUTHORITY)
    }
}

/** A file opened with this app. */
fun viewing(address: Uri): Intent = Intent(Intent.ACTION_VIEW, address)

/** Files shared with this app. */
fun sending(vararg addresses: Uri): Intent = Intent(Intent.ACTION_SEND_MULTIPLE)
    .putParcelableArrayListExtra(Intent.EXTRA_STREAM, ArrayList(addresses.toList()))

/** One file shared with this app, as mail does. */
fun sharing(address: Uri): Intent = Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, address)

/** The phone's own screen for choosing a file was opened; the traveller chooses this one, or none. */
fun Hand.pick(address: Uri?) = window { window ->
    val asked = checkNotNull(shadowOf(window).nextStartedActivityForResult) { "nothing is to be chosen" }
    val result = if (address == null) Activity.RESULT_CANCELED else Activity.RESULT_OK
    shadowOf(window).receiveResult(asked.intent, result, Intent().setData(address))
}
