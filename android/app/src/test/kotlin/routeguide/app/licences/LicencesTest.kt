package routeguide.app.licences

import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.kit.Hand
import routeguide.app.kit.asked
import java.io.File

@RunWith(RobolectricTestRunner::class)
class LicencesTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun everything_that_is_shipped_is_listed_with_its_terms() {
        val shipped = generateSequence(File("").absoluteFile) { it.parentFile }
            .map { File(it, "check/libraries") }.first { it.isFile }.readLines()
            .filter { it.startsWith("app ") }
            .map { it.removePrefix("app ").split(':').take(2).joinToString(":") }
        val listed = hand.app.madeByOthers()
        assertEquals(emptyList<String>(), shipped - listed.map { it.name }.toSet())
        assertEquals(emptyList<Part>(), listed.filter { it.terms.isBlank() })
    }

    @Test
    fun sources_parts_and_letters_can_be_read() {
        hand.start()
        hand.tap("Settings")
        hand.tap("Licences and sources")
        for (attribution in hand.asked { it.bundles() }.single().manifest.attributions) hand.find(attribution.what)
        hand.find("androidx.activity:activity")
        hand.find("SIL OPEN FONT LICENSE", substring = true)
        hand.find("Apache License", substring = true)
    }
}
