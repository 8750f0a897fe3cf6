/*
 * Numbers by the thousand, read where they lie: the bytes that lines and heights come in over the border.
 *
 * Nothing is copied and nothing computed here; bindings/src/packed.rs says how the bytes are laid out.
 */
package routeguide

import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.DoubleBuffer

/**
 * Positions, 16 bytes each. A list like any other; [lat] and [lon] read one number without making an object.
 *
 * @throws IllegalArgumentException where the bytes are not whole positions.
 */
public class Coordinates(bytes: ByteArray) : AbstractList<Position>(), RandomAccess {
    private val doubles = doubles(bytes, perItem = 2)

    override val size: Int get() = doubles.limit() / 2

    override fun get(index: Int): Position = Position(lat(index), lon(index))

    /** Degrees north of the position with that number, from 0. */
    public fun lat(index: Int): Double = doubles.get(2 * index)

    /** Degrees east of the position with that number, from 0. */
    public fun lon(index: Int): Double = doubles.get(2 * index + 1)

    /** All numbers in turn, latitude before longitude, as a view of its own that cannot be written to. */
    public fun asDoubleBuffer(): DoubleBuffer = doubles.duplicate()
}

/**
 * Heights in metres, 8 bytes each. A list like any other; [metres] reads one without making an object.
 *
 * @throws IllegalArgumentException where the bytes are not whole heights.
 */
public class Heights(bytes: ByteArray) : AbstractList<Double>(), RandomAccess {
    private val doubles = doubles(bytes, perItem = 1)

    override val size: Int get() = doubles.limit()

    override fun get(index: Int): Double = metres(index)

    /** The height with that number, from 0. */
    public fun metres(index: Int): Double = doubles.get(index)

    /** All heights in turn, as a view of its own that cannot be written to. */
    public fun asDoubleBuffer(): DoubleBuffer = doubles.duplicate()
}

private fun doubles(bytes: ByteArray, perItem: Int): DoubleBuffer {
    val itemBytes = perItem * Double.SIZE_BYTES
    require(bytes.size % itemBytes == 0) { "${bytes.size} bytes are not a multiple of $itemBytes: they were cut off" }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().asReadOnlyBuffer()
}
