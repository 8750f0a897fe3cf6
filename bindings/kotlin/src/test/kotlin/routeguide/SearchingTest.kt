/* A traveller who types as people type: without diacritics, in another language, by an old name, with a letter wrong. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

internal class SearchingTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `a name is found without its diacritics, in any of the languages`() {
        assertFirst("lt", "raganu kalnas", "raganu-kalnas")
        assertFirst("lt", "ventes ragas", "ventes-ragas")
        assertFirst("en", "hill of witches", "raganu-kalnas")
        assertFirst("de", "hexenberg", "raganu-kalnas")
        assertFirst("en", "Raganų kalnas", "raganu-kalnas")
    }

    @Test
    fun `an umlaut may be typed in three ways`() {
        library(folder, "de").use { library ->
            val ways = listOf("Düne", "dune", "duene").map { text -> library.find(text).map { it.thing } }
            assertTrue(ways.first().isNotEmpty())
            assertEquals(ways.first().toSet(), ways[2].toSet())
            assertTrue(ways[1].containsAll(ways.first()))
        }
    }

    @Test
    fun `a place is found by a name it used to have`() {
        library(folder).use { library ->
            val found = library.find("Memel")
            assertTrue(found.any { it.matched is Matched.AlternativeName || it.matched is Matched.Name }, "$found")
        }
    }

    @Test
    fun `what is near comes with its distance, and every thing found with its place on the map`() {
        library(folder, "lt").use { library ->
            val nida = Position(55.303, 21.005)
            val answer = library.search(SearchQuery("muziejus", nida, 50u))
            val places = Coordinates(answer.positions)
            assertEquals(answer.found.size, places.size)
            assertTrue(answer.found.size > 5)
            for ((found, place) in answer.found.zip(places)) {
                assertEquals(distance(nida, place), checkNotNull(found.distanceM), 0.005 * distance(nida, place) + 1)
            }
        }
    }

    @Test
    fun `one wrong letter is forgiven, and said to have been`() {
        library(folder, "lt").use { library ->
            val found = library.find("pervalkps").first()
            assertTrue(found.corrected, "$found")
            assertTrue(!library.find("pervalkos").first().corrected)
        }
    }

    @Test
    fun `not more is found than was asked for`() {
        library(folder, "lt").use { library ->
            assertEquals(2, library.find("muziejus", limit = 2u).size)
            assertEquals(0, library.find("muziejus", limit = 0u).size)
        }
    }

    private fun assertFirst(language: String, text: String, stop: String) = library(folder, language).use { library ->
        val found = library.find(text)
        assertEquals(stop, (found.firstOrNull()?.thing as? FoundThing.Stop)?.stop, "$text: $found")
    }
}
