/*
 * The app's process in tests: the real core, the real LocationManager of the simulated phone; what is heard and felt is
 * written down, maps are drawn by MapLibre Native outside of the process.
 */
package routeguide.app.kit

import android.content.Context
import androidx.core.content.FileProvider
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import routeguide.app.Doors
import routeguide.app.GuideApp
import routeguide.app.Parts
import routeguide.app.guide.Haptics
import routeguide.app.guide.PhoneFixes
import routeguide.app.guide.Touch
import routeguide.app.guide.Voice
import routeguide.app.guide.VoiceState

/** Twelve noon on a day after the bundle was published. */
const val NOON_MS: Long = 1_795_608_000_000

/** The process. Named by `@Config(application = TestApp::class)`, once for all tests in robolectric.properties. */
class TestApp : GuideApp() {
    val voice: HeardVoice = HeardVoice()
    val felt: MutableList<Touch> = mutableListOf()

    /** The phone's clock; stands still unless a test moves it. */
    var nowMs: Long = NOON_MS

    private var life: Parts? = null

    override val parts: Parts get() = life ?: makeParts().also { life = it }

    /** The phone kills the process: nothing is closed, and what lies on the disk is all that is left. */
    fun die() {
        life?.doors?.fixes?.stop()
        life = null
    }

    /** The phone is a new one: nothing of the app is left. */
    fun anew() {
        die()
        for (folder in listOf(filesDir, noBackupFilesDir, cacheDir)) {
            folder.listFiles()?.forEach { it.deleteRecursively() }
        }
        nowMs = NOON_MS
        voice.languages = setOf("lt", "en", "de")
    }

    override fun onCreate() {
        super.onCreate()
        // It is one for all tests of a JVM, and remembers the folders of the first.
        val folders = FileProvider::class.java.getDeclaredField("sCache").apply { isAccessible = true }
        (folders.get(null) as MutableMap<*, *>).clear()
    }

    override fun makeParts(): Parts = Parts(
        this,
        Doors(
            PhoneFixes(this),
            PhoneFixes(this),
            voice,
            Haptics(felt::add),
            ::DrawnMap,
            ::nowMs,
            Dispatchers.Main.immediate,
        ),
    )
}

/** A voice that writes down what it says. */
class HeardVoice : Voice {
    override val state: MutableStateFlow<VoiceState> = MutableStateFlow(VoiceState.IDLE)

    /** What the phone has voices for. */
    var languages: Set<String> = setOf("lt", "en", "de")
    val said: MutableList<String> = mutableListOf()

    override fun prepare(language: String) {
        state.value = if (language in languages) VoiceState.READY else VoiceState.LANGUAGE_MISSING
    }

    override fun say(text: String) {
        if (state.value == VoiceState.READY) said += text
    }

    override fun hush(): Unit = Unit

    override fun release() {
        state.value = VoiceState.IDLE
    }
}

/** The process under test. */
val Context.testApp: TestApp get() = applicationContext as TestApp
