/*
 * What the guide's screen shows beside the ride itself: the ground under it, a ride that was interrupted; and what the
 * traveller does there.
 */
package routeguide.app.guide

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import routeguide.Library
import routeguide.MapBounds
import routeguide.MapLook
import routeguide.MapTheme
import routeguide.Said
import routeguide.Underway
import routeguide.Way
import routeguide.app.Parts
import routeguide.app.home.Answer
import routeguide.app.home.said
import routeguide.app.home.value
import routeguide.app.map.GLYPHS
import routeguide.app.shared.following
import routeguide.mapStyleJson

/** What the map lies on before the traveller is on it. */
data class Ground(
    val style: String,
    val bounds: MapBounds?,
    /** The track that is followed; nothing for a route, which is part of the style. */
    val track: String?,
)

/** The guide's screen. */
class GuideModel(private val parts: Parts) : ViewModel() {
    private val home = parts.home
    private val unendedNow = MutableStateFlow<Said?>(null)

    /** The ride under way. */
    val ride: StateFlow<Ride?> = parts.guiding.ride

    /** What a kill left under way. */
    val interrupted: StateFlow<Answer<Underway?>?> = following(home) { ask { it.underway() } }

    /** Why a ride that was interrupted could not be ended. */
    val unended: StateFlow<Said?> = unendedNow.asStateFlow()

    /** What is under the traveller's feet. */
    suspend fun ground(way: Way, theme: MapTheme): Answer<Ground> {
        val bundle = when (way) {
            is Way.Route -> way.bundle
            is Way.Track -> home.ask { it.bundles().firstOrNull()?.manifest?.id.orEmpty() }.value.orEmpty()
        }
        return when (val sources = parts.mapFiles.sources(bundle)) {
            is Answer.Refused -> sources
            is Answer.Given -> home.ask { library ->
                val route = (way as? Way.Route)?.route
                val look = MapLook(theme, library.settings().mapStyle, library.language(), GLYPHS, route, null)
                Ground(mapStyleJson(look, sources.value), library.bounds(way), library.track(way))
            }
        }
    }

    private fun Library.bounds(way: Way): MapBounds? = when (way) {
        is Way.Route -> home.bundle(way.bundle).route(way.route).bounds
        is Way.Track -> boundsOf(way.recording)
    }

    private fun Library.track(way: Way): String? = (way as? Way.Track)?.let { trackLayer(it.recording) }

    /** Waits. */
    fun pause() = viewModelScope.launch { parts.guiding.pause() }

    /** Ends waiting. */
    fun resume() = viewModelScope.launch { parts.guiding.resume() }

    /** Ends the ride, and leads to its recording if there is one. */
    fun stop(onEnded: (UInt?) -> Unit) = viewModelScope.launch {
        val answer = parts.guiding.stop()
        unendedNow.value = answer.said
        if (answer is Answer.Given) onEnded(answer.value)
    }

    /** Cues are heard, or not. */
    fun speak(isOn: Boolean) = viewModelScope.launch {
        home.settings.value?.let { home.choose(it.copy(voice = isOn)) }
        if (!isOn) parts.doors.voice.hush()
    }
}
