/*
 * The app in a traveller's hand: started, looked at, tapped, turned, killed. Tests tell their journeys with it.
 */
package routeguide.app.kit

import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollToNodeAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.ComposeTestRule
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performScrollToNode
import androidx.lifecycle.Lifecycle
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import org.junit.rules.ExternalResource
import org.junit.rules.RuleChain
import org.junit.rules.TestRule
import org.junit.runner.Description
import org.junit.runners.model.Statement
import org.robolectric.RuntimeEnvironment
import org.robolectric.shadows.ShadowDialog
import routeguide.app.MainActivity

/** How long something may take to come to light. */
private const val PATIENCE_MS = 10_000L

/** A rule: `@get:Rule val hand = Hand()`. */
@OptIn(ExperimentalTestApi::class)
class Hand : TestRule {
    private val compose = createEmptyComposeRule()
    private val letGo = object : ExternalResource() {
        override fun after() {
            scenario?.close()
            // Frames that are still due would keep later tests from having any.
            idle()
            DrawnMap.maps.clear()
        }
    }
    private var scenario: ActivityScenario<MainActivity>? = null

    /** The phone's process. */
    val app: TestApp get() = ApplicationProvider.getApplicationContext()

    /** Whether the app is open. */
    val isStarted: Boolean get() = scenario != null

    /** The screen, for what the words below do not say. */
    val screen: ComposeTestRule get() = compose

    override fun apply(base: Statement, description: Description): Statement =
        RuleChain.outerRule(compose).around(letGo).apply(base, description)

    /** Starts the app, by its icon or as another app does, and waits for it. */
    fun start(intent: Intent = Intent(app, MainActivity::class.java)) {
        scenario = ActivityScenario.launch(intent.setClass(app, MainActivity::class.java))
        settle()
    }

    /** Leaves the app. */
    fun leave() {
        scenario?.close()
        scenario = null
    }

    /** Goes elsewhere on the phone and comes back. */
    fun away() {
        checkNotNull(scenario).moveToState(Lifecycle.State.CREATED).moveToState(Lifecycle.State.RESUMED)
        settle()
    }

    /** Turns the phone, or sets it otherwise: `land`, `night`, `lt`, …, as resource qualifiers. */
    fun turn(qualifiers: String) {
        RuntimeEnvironment.setQualifiers("+$qualifiers")
        scenario?.recreate()
        settle()
    }

    /** Does something with the window. */
    fun window(use: (MainActivity) -> Unit) {
        checkNotNull(scenario).onActivity(use)
        settle()
    }

    /** Lets everything come to rest. */
    fun settle() {
        compose.waitForIdle()
        idle()
        compose.waitForIdle()
    }

    /** What has these words, read or described; waits for it, and brings it into view. */
    fun find(words: String, substring: Boolean = false): SemanticsNodeInteraction {
        val matcher = hasText(words, substring) or hasContentDescription(words, substring)
        fun isThere() = compose.onAllNodes(matcher).fetchSemanticsNodes(atLeastOneRootRequired = false).isNotEmpty()
        if (!isThere()) {
            // Lists make what is out of sight only when it is scrolled to.
            val lists = compose.onAllNodes(hasScrollToNodeAction())
            for (i in lists.fetchSemanticsNodes().indices) runCatching { lists[i].performScrollToNode(matcher) }
        }
        try {
            compose.waitUntil(PATIENCE_MS) { isThere() }
        } catch (_: ComposeTimeoutException) {
            throw AssertionError("“$words” is not among what is seen: ${read()}")
        }
        val found = compose.onAllNodes(matcher).onFirst()
        // What lies in no list that scrolls is in view as it is.
        runCatching { found.performScrollTo() }
        return found
    }

    /** Whether these words are on the screen now. */
    fun sees(words: String, substring: Boolean = false): Boolean {
        settle()
        val matcher = hasText(words, substring) or hasContentDescription(words, substring)
        return compose.onAllNodes(matcher).fetchSemanticsNodes(atLeastOneRootRequired = false).isNotEmpty()
    }

    /** All that can be read now. */
    fun read(): List<String> = compose.onAllNodes(SemanticsMatcher("any") { true }, useUnmergedTree = true)
        .fetchSemanticsNodes(atLeastOneRootRequired = false)
        .flatMap { node ->
            node.config.getOrElse(SemanticsProperties.Text) { emptyList() }.map { it.text } +
                node.config.getOrElse(SemanticsProperties.ContentDescription) { emptyList() }
        }

    /** Taps what has these words. */
    fun tap(words: String, substring: Boolean = false) {
        find(words, substring).performClick()
        settle()
    }

    /** Taps the topmost that has these words: a dialog's button over the same on the screen. */
    fun tapLast(words: String) {
        compose.onAllNodes(hasText(words)).onLast().performClick()
        settle()
    }

    /** Goes back. */
    fun back() = window { it.onBackPressedDispatcher.onBackPressed() }

    /** Takes a picture. */
    fun picture(name: String) = window { it.pixels().save(name) }

    /** Takes a picture of the dialog or sheet on top, which is a window of its own. */
    fun pictureAbove(name: String) {
        settle()
        val view = checkNotNull(ShadowDialog.getLatestDialog().window).decorView
        val picture = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(picture))
        picture.save(name)
    }
}
