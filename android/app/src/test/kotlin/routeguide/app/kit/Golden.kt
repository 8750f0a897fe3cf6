/*
 * Pictures that were looked at and found good, and whether a screen still looks like its own.
 */
package routeguide.app.kit

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Color
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import kotlin.math.abs

/** A channel that differs by less is the same to an eye. */
private const val SAME_CHANNEL = 32

/** As many pixels may differ: the soft edges of letters do from machine to machine. */
private const val MOST_OTHER = 0.005

/** Fails where the picture is not like the one that was looked at; where that is meant, the new one takes its place. */
fun Bitmap.assertLooksAsBefore(name: String) {
    save("golden/$name")
    val before = checkNotNull(Golden::class.java.getResourceAsStream("/golden/$name.png")) {
        "there is no golden picture $name: look at target/android/pictures/golden/$name.png and copy it to " +
            "android/app/src/test/resources/golden"
    }.use(BitmapFactory::decodeStream)
    assertEquals("the size of $name", before.width to before.height, width to height)
    val (mine, theirs) = pixels(this) to pixels(before)
    val share = mine.indices.count { !isSame(mine[it], theirs[it]) }.toDouble() / mine.size
    val advice = "look at target/android/pictures/golden/$name.png; where it is better than before, commit it"
    assertTrue("%.1f %% of %s look otherwise: %s".format(100 * share, name, advice), share <= MOST_OTHER)
}

private object Golden

private fun pixels(picture: Bitmap) = IntArray(picture.width * picture.height).also {
    picture.getPixels(it, 0, picture.width, 0, 0, picture.width, picture.height)
}

private fun isSame(one: Int, other: Int): Boolean =
    listOf(Color::red, Color::green, Color::blue).all { abs(it(one) - it(other)) < SAME_CHANNEL }
