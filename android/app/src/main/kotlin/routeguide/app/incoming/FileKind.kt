/*
 * What a file is, by its first and last bytes: whether it is to be asked about, and where it belongs. What is in it is the
 * core's to say.
 */
package routeguide.app.incoming

import java.io.File
import java.io.RandomAccessFile

private val databaseMark = "SQLite format 3\u0000".toByteArray()
private val archiveMark = byteArrayOf('P'.code.toByte(), 'K'.code.toByte(), 3, 4)
private const val BACKUP_MARK = "library.json"

/** How long the end of an archive is from its last entry on. */
private const val LAST_ENTRY = 256L

/** What a copied file begins or ends as. */
enum class FileKind {
    /** A database: a bundle then, or nothing. */
    BUNDLE,

    /** A backup of this app. */
    BACKUP,

    /** Tracks, or nothing. */
    TRACKS,
    ;

    companion object {
        /** What a file is. */
        fun of(file: File): FileKind = RandomAccessFile(file, "r").use { bytes ->
            val first = bytes.read(0, databaseMark.size)
            when {
                first.contentEquals(databaseMark) -> BUNDLE
                first.isArchive && bytes.endsAsBackups() -> BACKUP
                else -> TRACKS
            }
        }
    }
}

/** Whether a file begins as archives do. */
val ByteArray.isArchive: Boolean get() = archiveMark.indices.all { getOrNull(it) == archiveMark[it] }

// An archive ends with the list of what is in it, and a backup's list with what all the rest is about.
private fun RandomAccessFile.endsAsBackups(): Boolean {
    val from = (length() - LAST_ENTRY).coerceAtLeast(0)
    return BACKUP_MARK in read(from, LAST_ENTRY.toInt()).toString(Charsets.ISO_8859_1)
}

private fun RandomAccessFile.read(from: Long, most: Int): ByteArray =
    ByteArray(most.toLong().coerceAtMost(length() - from).toInt()).also {
        seek(from)
        readFully(it)
    }
