/* A ride that never ends takes no memory that does not come back, and what a shell forgets to close is closed for it. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.lang.management.ManagementFactory
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicBoolean
import kotlin.concurrent.thread
import kotlin.io.path.readLines

internal class MemoryTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a guide takes fixes without end in the same memory`() = library(folder).use { library ->
        val ride = ride(library.line(cultures), 0..20_000)
        val fixes = if (Given.full) 1_000_000 else 100_000
        val rounds = fixes / ride.size + 1
        val around = ride.size * 5_000L
        fun around(number: Int) = library.guide(cultures).use { guide ->
            ride.forEach { guide.step(it.later(number * around)) }
        }
        // Until then the virtual machine compiles what it finds to be used often.
        repeat(rounds / 3) { around(it) }
        val before = memory()
        var heard = 0
        library.guide(cultures).use { guide ->
            for (number in 0..<rounds) {
                for (fix in ride) guide.step(fix.later(number * around)).update?.let { heard += it.cues.size }
            }
        }
        val grown = memory() - before
        assertTrue(heard > 0)
        assertTrue(grown.heapMb < 4, "$grown")
        assertTrue(grown.residentMb < 16, "$grown")
    }

    @Test
    fun `what is dropped unclosed, while memory is cleared all the time, is closed and crashes nothing`() {
        library(folder).close()
        val rounds = if (Given.full) 1_000 else 40
        val going = AtomicBoolean(true)
        val clearing = thread { while (going.get()) System.gc() }
        try {
            repeat(rounds) {
                val library = emptyLibrary(folder)
                val bundle = library.bundle(BUNDLE)
                assertEquals(3, bundle.routes().size)
                val fix = ride(Coordinates(bundle.line(stones.route)), 0..25).first()
                checkNotNull(bundle.guide(stones.route, false).step(fix).update)
                library.setOut(stones, false, Departure.CONTINUE, null).step(fix)
            }
        } finally {
            going.set(false)
            clearing.join()
        }
        repeat(100) {
            if (openFiles(folder).isNotEmpty()) {
                System.gc()
                Thread.sleep(20)
            }
        }
        assertEquals(emptyList<String>(), openFiles(folder))
    }

    private data class Memory(val heapMb: Double, val residentMb: Double) {
        operator fun minus(other: Memory) = Memory(heapMb - other.heapMb, residentMb - other.residentMb)
    }

    // JNA gives native memory back from a thread of its own, some time after its owner was cleared.
    private fun memory(): Memory {
        val heap = (1..10).minOf {
            System.gc()
            Thread.sleep(100)
            ManagementFactory.getMemoryMXBean().heapMemoryUsage.used / 1e6
        }
        val resident = Path.of("/proc/self/status").readLines().single { it.startsWith("VmRSS:") }
        return Memory(heap, resident.filter(Char::isDigit).toLong() * 1024 / 1e6)
    }
}
