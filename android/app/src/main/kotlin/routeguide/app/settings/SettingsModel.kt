/*
 * What the traveller can choose, from both places where it is kept: the library, which backups carry, and this phone.
 */
package routeguide.app.settings

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import routeguide.TravellerSettings
import routeguide.app.Parts
import routeguide.app.guide.VoiceState
import routeguide.app.home.Answer
import routeguide.app.home.value
import routeguide.app.shared.Wishes
import routeguide.app.shared.following

/** What the library says beside the settings themselves. */
data class SettingsShown(
    /** The language that texts are in: the one chosen, or the phone's as far as there are texts in it. */
    val language: String,
    /** Whether damage was found that the traveller does not know of. */
    val hasDamage: Boolean,
)

/** The settings' state. */
class SettingsModel(private val parts: Parts) : ViewModel() {
    /** What was wished on it. */
    val wishes: Wishes = Wishes(viewModelScope)

    /** What the library keeps. */
    val settings: StateFlow<TravellerSettings?> = parts.home.settings

    /** What this phone keeps. */
    val choice: StateFlow<Choice> = parts.choices.choice

    /** Whether this phone can say the cues. */
    val voice: StateFlow<VoiceState> = parts.doors.voice.state

    /** What else is shown. */
    val shown: StateFlow<Answer<SettingsShown>?> = following(parts.home) {
        ask { SettingsShown(it.language(), it.damages().isNotEmpty()) }
    }

    /** Looks whether the phone can speak the language. */
    fun askForVoice() {
        viewModelScope.launch { parts.home.ask { it.language() }.value?.let(parts.doors.voice::prepare) }
    }

    /** Chooses for the library. */
    fun choose(change: TravellerSettings.() -> TravellerSettings) {
        val settings = parts.home.settings.value ?: return
        wishes.make { parts.home.choose(settings.change()) }
    }

    /** Chooses for this phone. */
    fun chooseHere(change: Choice.() -> Choice): Unit = parts.choices.choose { it.change() }

    override fun onCleared() {
        // The guide needs it for longer.
        if (parts.guiding.ride.value == null) parts.doors.voice.release()
    }
}
