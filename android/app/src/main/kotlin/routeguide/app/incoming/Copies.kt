/*
 * Copies of other apps' files in the cache: the core reads files by their path, and the other app may be slow, lie about
 * sizes and names, never end, or take the file away meanwhile.
 *
 * Blocks: called off the main thread, and not on the thread of the core, which the guide's fixes need.
 */
package routeguide.app.incoming

import android.content.Context
import android.net.Uri
import android.provider.OpenableColumns
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import java.io.InputStream
import java.util.UUID

/** More than any track or bundle has; who offers more is refused. */
private const val MOST_BYTES = 64L shl 20

/** An archive may be a backup: years of rides fit. */
private const val MOST_BYTES_OF_ARCHIVE = 2L shl 30

private const val CHUNK = 64 shl 10
private const val NAME_LENGTH = 60

/** A copy, or why there is none. */
sealed interface Copy {
    /** What the other app calls it, as far as its name can be shown. */
    val name: String

    /** It is there, in a folder of its own. */
    data class Made(override val name: String, val file: File) : Copy {
        /** What it is. */
        val kind: FileKind get() = FileKind.of(file)

        /** Takes it away again. */
        fun delete() {
            file.parentFile?.deleteRecursively()
        }
    }

    /** It is not there. */
    data class Failed(override val name: String, val why: Why) : Copy
}

/** Why a file could not be copied. */
enum class Why { TOO_LARGE, NOT_ALLOWED, GONE, UNREADABLE, NO_ROOM }

/** Where copies lie. */
class Copies(private val context: Context) {
    // What a killed process left behind goes before the first copy is made.
    private val folder by lazy { File(context.cacheDir, "incoming").apply { deleteRecursively() } }

    /** Copies a file. */
    fun copy(address: Uri): Copy {
        val name = try {
            shown(nameOf(address))
        } catch (@Suppress("TooGenericExceptionCaught") _: RuntimeException) {
            // The other app's fault, whatever it is, comes through as it was thrown there.
            shown(null)
        }
        val file = File(File(folder, UUID.randomUUID().toString()), name)
        val why = try {
            fill(file, address)
        } catch (_: SecurityException) {
            Why.NOT_ALLOWED
        } catch (_: FileNotFoundException) {
            Why.GONE
        } catch (_: IOException) {
            if (folder.usableSpace < CHUNK) Why.NO_ROOM else Why.UNREADABLE
        } catch (@Suppress("TooGenericExceptionCaught") _: RuntimeException) {
            Why.UNREADABLE
        }
        if (why == null) return Copy.Made(name, file)
        file.parentFile?.deleteRecursively()
        return Copy.Failed(name, why)
    }

    private fun fill(file: File, address: Uri): Why? {
        val from = context.contentResolver.openInputStream(address) ?: return Why.GONE
        file.parentFile?.mkdirs()
        return from.use { input -> if (pour(input, file)) null else Why.TOO_LARGE }
    }

    // What the other app says of the size is not asked: it may be wrong, and the bytes tell.
    private fun pour(from: InputStream, file: File): Boolean = file.outputStream().use { into ->
        val chunk = ByteArray(CHUNK)
        var sum = 0L
        var count = from.read(chunk)
        val most = if (chunk.isArchive) MOST_BYTES_OF_ARCHIVE else MOST_BYTES
        while (count >= 0 && sum + count <= most) {
            into.write(chunk, 0, count)
            sum += count
            count = from.read(chunk)
        }
        count < 0
    }

    private fun nameOf(address: Uri): String? =
        context.contentResolver.query(address, arrayOf(OpenableColumns.DISPLAY_NAME), null, null, null)?.use { row ->
            if (row.moveToFirst() && !row.isNull(0)) row.getString(0) else null
        } ?: address.lastPathSegment
}

/** A name that can be shown and be a file's: the last part of a path, and of that only letters, digits and a few marks. */
fun shown(name: String?): String {
    val last = name.orEmpty().substringAfterLast('/').substringAfterLast('\\')
    val plain = last.map { if (it.isLetterOrDigit() || it in "._- ()") it else '-' }.joinToString("")
        .trim(' ', '.', '-')
    val ending = plain.substringAfterLast('.', "").takeIf { it.length in 1..8 }?.let { ".$it" }.orEmpty()
    val stem = plain.removeSuffix(ending).take(NAME_LENGTH).trim()
    return stem.ifEmpty { "file" } + ending
}
