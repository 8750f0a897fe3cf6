/*
 * How a call into Rust ended, read from memory that each thread keeps instead of a new structure of JNA's for every call.
 *
 * The layout is that of uniffi's RustCallStatus in C: a byte that says how it ended, and the buffer of an error.
 */
package routeguide

import com.sun.jna.Memory
import com.sun.jna.Pointer

internal object CallStatus {
    private const val CODE = 0L
    private const val CAPACITY = 8L
    private const val LENGTH = 16L
    private const val DATA = 24L
    private const val BYTES = 32L

    // Calls of one thread stand within one another: arguments are made while a call is prepared, and a sink of the log may
    // call back. Each has its own.
    private class Kept {
        val all = ArrayList<Memory>()
        var taken = 0
    }

    private val kept = ThreadLocal.withInitial(::Kept)

    /** Memory that says nothing yet. To be given back by the same thread, the last one taken first. */
    fun take(): Pointer {
        val kept = kept.get()
        if (kept.taken == kept.all.size) kept.all.add(Memory(BYTES))
        return kept.all[kept.taken++].also { it.clear() }
    }

    fun giveBack() {
        kept.get().taken -= 1
    }

    fun isSuccess(status: Pointer): Boolean = status.getByte(CODE) == UNIFFI_CALL_SUCCESS

    /** As uniffi's own code reads what went wrong. */
    fun read(status: Pointer): UniffiRustCallStatus = UniffiRustCallStatus().apply {
        code = status.getByte(CODE)
        error_buf = RustBuffer.ByValue().apply {
            capacity = status.getLong(CAPACITY)
            len = status.getLong(LENGTH)
            data = status.getPointer(DATA)
        }
    }
}
