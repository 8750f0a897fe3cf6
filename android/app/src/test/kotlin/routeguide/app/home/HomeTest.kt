package routeguide.app.home

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.Hand
import java.io.File

@RunWith(RobolectricTestRunner::class)
class HomeTest {
    @get:Rule
    val hand = Hand()

    private val home get() = hand.app.parts.home

    @Test
    fun a_phone_that_came_back_without_its_bundles_has_the_routes_again() {
        hand.start()
        hand.find("Pleasant Fatigue")
        hand.leave()
        hand.app.die()
        // The phone's own backup leaves out what comes with the app.
        File(hand.app.filesDir, "library/bundles").listFiles()?.forEach { assertTrue(it.delete()) }
        hand.app.noBackupFilesDir.listFiles()?.forEach { it.delete() }
        hand.start()
        hand.find("Pleasant Fatigue")
    }

    @Test
    fun a_start_that_failed_is_tried_again_from_the_beginning() {
        // The copy of the bundle cannot be written.
        val inTheWay = File(hand.app.cacheDir, "klaipedos-regionas.gpkg").apply { mkdirs() }
        home.open()
        assertTrue("${home.opening.value}", home.opening.value is Opening.Failed)
        inTheWay.deleteRecursively()
        home.open()
        assertEquals(Opening.Done, home.opening.value)
    }

    @Test
    fun after_a_fault_of_ours_the_next_question_is_answered() = runBlocking {
        assertEquals("internal", home.change { it.rehearseFault(true) }.said?.code)
        assertEquals("broken", home.ask { it.bundles() }.said?.code)
        assertEquals(listOf(BUNDLE), home.ask { it.bundles() }.value?.map { it.manifest.id })
    }

    @Test
    fun an_app_without_its_core_says_what_to_do() = runBlocking {
        val said = home.ask { throw UnsatisfiedLinkError("libroute_guide_ffi.so") }.said
        assertEquals("no-core", said?.code)
        assertTrue("${said?.text}", said?.text.orEmpty().startsWith("This copy of the app is incomplete"))
    }

    @Test
    fun a_bundle_that_is_asked_twice_is_opened_once() = runBlocking {
        val (one, other) = List(2) { home.ask { home.bundle(BUNDLE) }.value }
        assertTrue(one != null && one === other)
    }

    @Test
    fun the_phone_turns_to_another_language_while_the_app_is_open() {
        hand.start()
        hand.find("Pleasant Fatigue")
        hand.turn("lt")
        hand.find("Malonūs nuovargiai")
    }
}
