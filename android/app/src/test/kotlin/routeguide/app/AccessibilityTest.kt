package routeguide.app

import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.hasClickAction
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.kit.Hand

/** What a finger needs, and what is read aloud: every control has a name, and is large enough for a thumb. */
@RunWith(RobolectricTestRunner::class)
class AccessibilityTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun every_control_has_a_name_and_room_for_a_thumb() {
        hand.start()
        hand.find("Pleasant Fatigue")
        check("routes")
        hand.tap("Pleasant Fatigue")
        hand.find("Start")
        check("route")
        hand.tap("Palanga Pier")
        hand.find("How to get there")
        check("stop")
        for (tab in listOf("Map", "Search", "My tracks", "Settings")) {
            hand.tap(tab)
            check(tab)
        }
        hand.tap("Emergency")
        check("emergency")
    }

    private fun check(screen: String) {
        hand.settle()
        val controls = hand.screen.onAllNodes(hasClickAction()).fetchSemanticsNodes()
        assertTrue(screen, controls.isNotEmpty())
        val nameless = controls.filter { name(it).isEmpty() }
        assertEquals("$screen: without a name", emptyList<String>(), nameless.map { "${it.boundsInRoot}" })
        val thumb = 48 * hand.app.resources.displayMetrics.density - 1
        // What an edge of the screen or of a list cuts off is as large as it is there.
        val whole = controls.filter { it.boundsInRoot.height >= it.size.height }
        val small = whole.filter { minOf(it.touchBoundsInRoot.width, it.touchBoundsInRoot.height) < thumb }
        assertEquals("$screen: too small", emptyList<String>(), small.map { "${name(it)} ${it.size}" })
    }

    private fun name(node: SemanticsNode): String {
        val config = node.config
        val read = config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() +
            config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
            listOfNotNull(config.getOrNull(SemanticsProperties.EditableText)?.text)
        return read.joinToString(" ").trim()
    }
}
