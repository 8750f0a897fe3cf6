/*
 * All that the traveller made, out into a file of their choice and back in.
 *
 * The core reads and writes paths; documents of other apps are copied from and to the cache, off the thread of the core.
 */
package routeguide.app.backup

import android.content.ContentResolver
import android.content.Context
import android.net.Uri
import android.provider.DocumentsContract
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import routeguide.Restored
import routeguide.Said
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.incoming.Copies
import routeguide.app.incoming.Copy
import routeguide.app.incoming.Why
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException

/** How a backup stands. */
sealed interface Backup {
    /** It is being written or read. */
    data object Underway : Backup

    /** It is written; so many tracks are not in it as their files are gone. */
    data class Written(val missing: Int) : Backup

    /** What came back. */
    data class Back(val restored: Restored) : Backup

    /** The core could not. */
    data class Refused(val said: Said) : Backup

    /** The chosen file could not be read. */
    data class Unread(val why: Why) : Backup

    /** The chosen file could not be written. */
    data object Unwritten : Backup
}

/** The state of the screen of backups. */
class BackupModel(context: Context, private val home: Home, private val copies: Copies) : ViewModel() {
    private val resolver = context.contentResolver
    private val written = File(context.cacheDir, "backup.zip")
    private val now = MutableStateFlow<Backup?>(null)

    /** What was done last. */
    val backup: StateFlow<Backup?> = now.asStateFlow()

    /** Writes a backup into a document. */
    fun write(into: Uri): Unit = go {
        try {
            when (val answer = home.ask { it.backUp(written.path) }) {
                is Answer.Refused -> Backup.Refused(answer.said).also { resolver.discard(into) }
                is Answer.Given -> if (pour(into)) Backup.Written(answer.value.size) else Backup.Unwritten
            }
        } finally {
            written.delete()
        }
    }

    /** Brings back what a document holds. */
    fun restore(from: Uri): Unit = go {
        when (val copy = withContext(Dispatchers.IO) { copies.copy(from) }) {
            is Copy.Failed -> Backup.Unread(copy.why)
            is Copy.Made -> try {
                when (val answer = home.restore(copy.file.path)) {
                    is Answer.Refused -> Backup.Refused(answer.said)
                    is Answer.Given -> Backup.Back(answer.value)
                }
            } finally {
                copy.delete()
            }
        }
    }

    private fun go(work: suspend () -> Backup) {
        if (now.value == Backup.Underway) return
        now.value = Backup.Underway
        viewModelScope.launch { now.value = work() }
    }

    // Cut off, it must not pass for a backup.
    private suspend fun pour(into: Uri): Boolean = withContext(Dispatchers.IO) {
        val isWhole = try {
            resolver.openOutputStream(into, "wt")?.use { out -> written.inputStream().use { it.copyTo(out) } } != null
        } catch (_: IOException) {
            false
        } catch (@Suppress("TooGenericExceptionCaught") _: RuntimeException) {
            // The other app's fault, whatever it is, comes through as it was thrown there.
            false
        }
        if (!isWhole) resolver.discard(into)
        isWhole
    }

    private fun ContentResolver.discard(document: Uri) {
        try {
            DocumentsContract.deleteDocument(this, document)
        } catch (_: FileNotFoundException) {
            // It is gone already.
        } catch (@Suppress("TooGenericExceptionCaught") _: RuntimeException) {
            // Not every app lets its documents be deleted; the screen says that the file is not to be trusted.
        }
    }
}
