/*
 * The one owner of what the core opened: the library, its bundles, its words. Everybody asks through here, off the main
 * thread, and gets an answer or words for the traveller; nobody else closes anything.
 *
 * What is asked lives with who asks. No screen state here.
 */
package routeguide.app.home

import android.content.Context
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import routeguide.Library
import routeguide.RouteBundle
import routeguide.RouteGuideException
import routeguide.Said
import routeguide.TravellerSettings
import routeguide.Words
import routeguide.app.R
import routeguide.said
import java.io.File
import java.io.IOException

/**
 * What the core keeps on this phone.
 *
 * [worker] runs one question at a time, in the order they were asked; [now] is the phone's clock.
 */
class Home(
    private val context: Context,
    private val worker: CoroutineDispatcher,
    private val now: () -> Long,
) {
    private val scope = CoroutineScope(SupervisorJob() + worker)
    private val folder = File(context.filesDir, "library")
    private val shipped = ShippedBundle(context)
    private var library: Library? = null

    // What the phone spoke when the library was last told.
    private var spoken = ""
    private val bundles = mutableMapOf<String, RouteBundle>()

    private val openingNow = MutableStateFlow<Opening>(Opening.Underway)
    private val settingsNow = MutableStateFlow<TravellerSettings?>(null)
    private val wordsNow = MutableStateFlow<Words?>(null)
    private val changesNow = MutableStateFlow(0)

    /** Whether the library can be asked. */
    val opening: StateFlow<Opening> = openingNow.asStateFlow()

    /** What the traveller chose, as soon as it is known. */
    val settings: StateFlow<TravellerSettings?> = settingsNow.asStateFlow()

    /** Measures as text, in the traveller's language. */
    val words: StateFlow<Words?> = wordsNow.asStateFlow()

    /** Grows with every change of the library: who shows something of it looks again. */
    val changes: StateFlow<Int> = changesNow.asStateFlow()

    /** Opens the library ahead of the first question. */
    fun open() {
        scope.launch { answered { library() } }
    }

    /** Asks the library. */
    suspend fun <T> ask(question: (Library) -> T): Answer<T> = withContext(worker) { answered { question(library()) } }

    /** Changes the library, and tells those who show something of it. */
    suspend fun <T> change(change: (Library) -> T): Answer<T> = ask(change).also { changed() }

    /** Asks an installed bundle. */
    suspend fun <T> askBundle(id: String, question: (RouteBundle) -> T): Answer<T> = ask { question(bundle(id)) }

    /** The library, for use within a question that goes on after a fault. */
    fun library(): Library = library ?: openAnew()

    /** An installed bundle, for use within a question; it is closed here when another version takes its place. */
    fun bundle(id: String): RouteBundle = bundles.getOrPut(id) { library().bundle(id) }

    /** Closes everything after a fault of ours, within a question. What is asked next opens it anew, or hears why not. */
    fun giveUp() {
        runCatching { library?.close() }
        closeBundles()
        library = null
    }

    /** Installs a bundle; those that are open are opened anew when they are next asked. */
    suspend fun install(path: String) = change { it.installed(path) }

    /** Removes a bundle. */
    suspend fun uninstall(id: String): Answer<Unit> = change { library ->
        closeBundles()
        library.uninstall(id)
    }

    /** Brings back what a backup holds. */
    suspend fun restore(path: String) = change { library -> library.restore(path, now()).also { learn(library) } }

    /** What the traveller chose anew. */
    suspend fun choose(settings: TravellerSettings): Answer<Unit> = change { library ->
        library.choose(settings)
        learn(library)
    }

    /** The phone may speak another language now. What is not open yet will be opened in it. */
    fun listen() {
        scope.launch {
            val library = library ?: return@launch
            if (phoneLanguage() == spoken) return@launch
            answered { speak(library) }
            changed()
        }
    }

    /** The time by the phone's clock, for those who hand it on to the core. */
    fun nowMs(): Long = now()

    /** Tells those who show something of the library to look again: a journey keeps things without asking here. */
    fun changed() = changesNow.update { it + 1 }

    private fun openAnew(): Library {
        openingNow.value = Opening.Underway
        val answer = answered {
            Library.open(folder.path, phoneLanguage(), now()).also {
                library = it
                spoken = phoneLanguage()
                learn(it)
                takeShipped(it)
            }
        }
        openingNow.value = answer.said?.let { Opening.Failed(it) } ?: Opening.Done
        changed()
        // Tried again from the beginning when it is next asked.
        if (answer.said != null) giveUp()
        return answer.value ?: throw Unopened(checkNotNull(answer.said))
    }

    // Its failure must not keep travellers from what is on their phone already.
    private fun takeShipped(library: Library) = try {
        shipped.installOnce {
            library.installShipped(it, now())
            closeBundles()
        }
    } catch (refused: RouteGuideException) {
        if (library.bundles().isEmpty()) throw refused else Unit
    }

    private fun Library.installed(path: String) = install(path, null, emptyList(), now()).also { closeBundles() }

    private fun speak(library: Library) {
        library.speak(phoneLanguage())
        spoken = phoneLanguage()
        learn(library)
    }

    private fun learn(library: Library) {
        settingsNow.value = library.settings()
        wordsNow.value = library.words()
    }

    private fun closeBundles() {
        bundles.values.forEach { it.close() }
        bundles.clear()
    }

    private fun phoneLanguage(): String = context.resources.configuration.locales[0].language

    private fun <T> answered(question: () -> T): Answer<T> = try {
        Answer.Given(question())
    } catch (refused: RouteGuideException) {
        if (refused.said.code == "broken") giveUp()
        Answer.Refused(refused.said)
    } catch (missing: LinkageError) {
        Answer.Refused(Said("no-core", context.getString(R.string.no_core), missing.toString()))
    } catch (failed: IOException) {
        Answer.Refused(Said("shell.disk", context.getString(R.string.file_failed), failed.toString()))
    } catch (unopened: Unopened) {
        Answer.Refused(unopened.said)
    }

    private class Unopened(val said: Said) : Exception()
}
