/*
 * What the traveller chose for this phone only: what the core does not know of, as it concerns the screen and the pocket.
 *
 * What travels with a backup (language, units, alarms, …) is the core's: `Home.settings`.
 */
package routeguide.app.settings

import android.content.Context
import androidx.core.content.edit
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/** Choices for this phone. */
data class Choice(
    /** Whether the screen stays on while guiding. */
    val screenOn: Boolean = false,
    /** Whether rides are recorded. */
    val record: Boolean = true,
    /** Whether cues are felt. */
    val vibrate: Boolean = true,
    /** Whether the map turns with the traveller. */
    val courseUp: Boolean = false,
    /** The language that the app was last shown in, for the first frame; nothing while it follows the phone. */
    val language: String? = null,
)

/** The choices, kept. */
class Choices(context: Context) {
    private val kept = context.getSharedPreferences("choices", Context.MODE_PRIVATE)
    private val now = MutableStateFlow(read())

    /** What is chosen. */
    val choice: StateFlow<Choice> = now.asStateFlow()

    /** Chooses anew. */
    fun choose(change: (Choice) -> Choice) {
        val choice = change(now.value)
        kept.edit {
            putBoolean("screen-on", choice.screenOn)
            putBoolean("record", choice.record)
            putBoolean("vibrate", choice.vibrate)
            putBoolean("course-up", choice.courseUp)
            putString("language", choice.language)
        }
        now.value = choice
    }

    private fun read(): Choice {
        val usual = Choice()
        return Choice(
            screenOn = kept.getBoolean("screen-on", usual.screenOn),
            record = kept.getBoolean("record", usual.record),
            vibrate = kept.getBoolean("vibrate", usual.vibrate),
            courseUp = kept.getBoolean("course-up", usual.courseUp),
            language = kept.getString("language", null),
        )
    }
}
