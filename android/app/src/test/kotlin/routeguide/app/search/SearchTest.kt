package routeguide.app.search

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsFocused
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import routeguide.app.R
import routeguide.app.kit.Hand
import routeguide.app.kit.allowAll
import routeguide.app.kit.nida
import routeguide.app.kit.standAt
import routeguide.app.kit.switchLocation

@RunWith(RobolectricTestRunner::class)
class SearchTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun the_field_is_ready_at_once_and_says_what_can_be_looked_for() {
        search()
        hand.screen.onNode(hasSetTextAction()).assertIsFocused()
        assertTrue(hand.sees("Stops: lighthouses, museums, viewpoints, beaches"))
    }

    @Test
    @Config(qualifiers = "+lt")
    fun a_lithuanian_types_without_diacritics() {
        search("Paieška")
        type("raganu kalnas")
        hand.find("Raganų kalnas")
        assertTrue(hand.sees("Stotelės"))
    }

    @Test
    @Config(qualifiers = "+de")
    fun a_german_types_the_german_name() {
        search("Suche")
        type("hexenberg")
        hand.find("Hexenberg", substring = true)
        assertTrue(hand.sees("Halte"))
    }

    @Test
    fun an_english_traveller_finds_what_they_typed_in_lithuanian() {
        search()
        type("Raganų kalnas")
        hand.find("Hill of Witches", substring = true)
        assertTrue(hand.sees("Also: Raganų kalnas", substring = true))
    }

    @Test
    fun a_wrong_letter_is_forgiven_and_said_to_have_been() {
        search()
        type("pervalkps")
        hand.find("Pervalka lighthouse", substring = true)
        assertTrue(hand.sees("Found with a letter corrected"))
        type("pervalka")
        hand.find("Pervalka lighthouse", substring = true)
        assertFalse(hand.sees("Found with a letter corrected"))
    }

    @Test
    fun the_last_letter_decides_however_fast_they_come() {
        search()
        val field = hand.screen.onNode(hasSetTextAction())
        for (letter in "lighthouse") field.performTextInput("$letter")
        type("zzzzzz")
        hand.find("Nothing found for “zzzzzz”")
        assertFalse(hand.sees("Ventė", substring = true))
    }

    @Test
    fun how_many_were_found_is_read_aloud() {
        search()
        type("lighthouse")
        hand.find(" found", substring = true)
        assertTrue(saidAloud(), Regex("""\d+ found""").matches(saidAloud()))
    }

    @Test
    @Config(qualifiers = "+lt")
    fun what_was_found_is_counted_as_lithuanians_count() {
        search("Paieška")
        for (words in listOf("raganu kalnas", "nida", "svyturys", "muziejus")) {
            type(words)
            hand.find("atitikm", substring = true)
            assertEquals(counted(saidAloud().filter(Char::isDigit).toInt()), saidAloud())
        }
        for (number in 0..121) {
            val said = hand.app.resources.getQuantityString(R.plurals.search_found, number, number)
            assertEquals(counted(number), said)
        }
    }

    private fun counted(number: Int): String = when {
        number % 100 in 10..20 || number % 10 == 0 -> "Rasta $number atitikmenų"
        number % 10 == 1 -> "Rastas $number atitikmuo"
        else -> "Rasti $number atitikmenys"
    }

    @Test
    fun the_field_is_emptied_with_one_touch() {
        search()
        type("nida")
        hand.tap("Clear the search")
        assertTrue(hand.sees("Stops: lighthouses, museums, viewpoints, beaches"))
    }

    @Test
    fun distances_are_told_where_the_place_is_known() {
        search()
        type("lighthouse")
        hand.find(" found", substring = true)
        assertFalse(hand.sees("\u00A0km", substring = true))
        hand.leave()
        hand.app.allowAll()
        hand.app.switchLocation(isOn = true)
        hand.app.standAt(nida)
        search()
        type("lighthouse")
        hand.find("\u00A0km", substring = true)
    }

    @Test
    fun what_was_found_opens_and_the_question_is_there_after_coming_back() {
        search()
        type("pleasant fatigue")
        hand.tap("Pleasant Fatigue")
        assertFalse(hand.sees("Clear the search"))
        hand.back()
        hand.find("Pleasant Fatigue")
        assertTrue(hand.sees("Clear the search"))
    }

    private fun search(tab: String = "Search") {
        hand.start()
        hand.tap(tab)
    }

    private fun type(text: String) {
        hand.screen.onNode(hasSetTextAction()).performTextReplacement(text)
        hand.settle()
    }

    private fun saidAloud(): String =
        hand.screen.onNode(live).fetchSemanticsNode().config[SemanticsProperties.Text].joinToString("")

    private companion object {
        val live = SemanticsMatcher.keyIsDefined(SemanticsProperties.LiveRegion)
    }
}
