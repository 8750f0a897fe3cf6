/* What an app shows of numbers: in the traveller's language and units, without a thought of its own. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

internal class WordsTest {
    @TempDir
    lateinit var folder: Path

    private fun String.plain() = replace('\u00A0', ' ')

    @Test
    fun `numbers are put into the traveller's words`() = emptyLibrary(folder, "en").use { library ->
        library.words().use { words ->
            assertEquals("350 m", words.distance(347.0).plain())
            assertEquals("350 metres", words.spokenDistance(347.0))
            assertEquals("120 m", words.height(121.0).plain())
            assertEquals("1 h 20 min", words.duration(80 * 60_000).plain())
            assertEquals("14 km/h", words.speed(3.9).plain())
            assertEquals("to the north-east", words.direction(45.0))
            assertEquals("By bicycle", words.mode(TravelMode.BIKE))
            assertEquals("Lighthouses", words.category(StopCategory.LIGHTHOUSE))
            assertEquals("The line mostly follows the map", words.exactness(0.1))
            assertEquals("The line was traced from a map.", words.origin(LineOrigin.DIGITISED))
            assertEquals(
                PositionText(
                    "55.30421, 21.00553",
                    "55° 18.253′ N, 21° 00.332′ E",
                    "five five point three zero four two one north, two one point zero zero five five three east",
                ),
                words.position(Position(55.30421, 21.00553)),
            )
        }
    }

    @Test
    fun `no number that a phone may say makes a word up or fails`() = emptyLibrary(folder, "lt").use { library ->
        val words = library.words()
        for (none in listOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            val said = listOf(words::distance, words::spokenDistance, words::height, words::speed, words::exactness)
            assertEquals(setOf("–"), said.map { it(none) }.toSet() + words.direction(none))
            assertEquals(PositionText("–", "–", "–"), words.position(Position(none, 21.0)))
        }
        assertEquals(words.duration(0), words.duration(Long.MIN_VALUE))
    }

    @Test
    fun `after a change of the units there are other words`() = emptyLibrary(folder, "de").use { library ->
        val before = library.words()
        library.choose(library.settings().copy(language = "lt", units = Units.IMPERIAL))
        assertEquals("Leuchttürme", before.category(StopCategory.LIGHTHOUSE))
        assertEquals("1,2 mi", library.words().distance(2_000.0).plain())
        assertEquals("Švyturiai", library.words().category(StopCategory.LIGHTHOUSE))
    }
}
