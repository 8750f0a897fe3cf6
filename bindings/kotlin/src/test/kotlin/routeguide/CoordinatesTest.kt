/* Packed numbers, read in place. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.ReadOnlyBufferException

internal class CoordinatesTest {
    private fun packed(vararg numbers: Double): ByteArray {
        val bytes = ByteBuffer.allocate(8 * numbers.size).order(ByteOrder.LITTLE_ENDIAN)
        numbers.forEach(bytes::putDouble)
        return bytes.array()
    }

    @Test
    fun `positions are a list like any other`() {
        val line = Coordinates(packed(55.5, 21.25, -1.0, 2.0))
        assertEquals(listOf(Position(55.5, 21.25), Position(-1.0, 2.0)), line)
        assertEquals(Position(-1.0, 2.0), line.last())
        assertEquals(21.25, line.lon(0))
        assertEquals(-1.0, line.lat(1))
        assertEquals(emptyList<Position>(), Coordinates(ByteArray(0)))
        assertThrows(IndexOutOfBoundsException::class.java) { line[2] }
        assertThrows(IndexOutOfBoundsException::class.java) { line[-1] }
    }

    @Test
    fun `nothing is copied`() {
        val bytes = packed(55.5, 21.25)
        val line = Coordinates(bytes)
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, 54.0)
        assertEquals(54.0, line.lat(0))
    }

    @Test
    fun `a buffer of all numbers stands at its start each time and takes none`() {
        val line = Coordinates(packed(55.5, 21.25))
        line.asDoubleBuffer().get()
        val buffer = line.asDoubleBuffer()
        assertEquals(listOf(55.5, 21.25), List(buffer.remaining()) { buffer.get() })
        assertThrows(ReadOnlyBufferException::class.java) { line.asDoubleBuffer().put(0, 1.0) }
    }

    @Test
    fun `heights are a list like any other`() {
        val heights = Heights(packed(1.0, -0.5))
        assertEquals(listOf(1.0, -0.5), heights)
        assertEquals(-0.5, heights.metres(1))
        assertEquals(2, heights.asDoubleBuffer().remaining())
    }

    @Test
    fun `bytes that were cut off are refused`() {
        for (size in listOf(1, 8, 15, 17, 24)) {
            val refused = assertThrows(IllegalArgumentException::class.java) { Coordinates(ByteArray(size)) }
            assertTrue("$size bytes" in refused.message!!)
        }
        assertThrows(IllegalArgumentException::class.java) { Heights(ByteArray(12)) }
    }
}
