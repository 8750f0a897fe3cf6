/*
 * The phone's own text to speech.
 *
 * Only voices that are on the phone: there is no network to ask, and nothing said may leave it.
 */
package routeguide.app.guide

import android.content.Context
import android.media.AudioAttributes
import android.media.AudioFocusRequest
import android.media.AudioManager
import android.os.Bundle
import android.speech.tts.TextToSpeech
import android.speech.tts.UtteranceProgressListener
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import routeguide.app.phoneService
import java.util.Locale
import java.util.concurrent.atomic.AtomicInteger

private val guidance = AudioAttributes.Builder()
    .setUsage(AudioAttributes.USAGE_ASSISTANCE_NAVIGATION_GUIDANCE)
    .setContentType(AudioAttributes.CONTENT_TYPE_SPEECH)
    .build()

/** The voice of this phone. */
class PhoneVoice(private val context: Context) : Voice {
    private val audio = context.phoneService<AudioManager>()
    private val ducking = AudioFocusRequest.Builder(AudioManager.AUDIOFOCUS_GAIN_TRANSIENT_MAY_DUCK)
        .setAudioAttributes(guidance)
        .build()
    private val saying = AtomicInteger()
    private val stateNow = MutableStateFlow(VoiceState.IDLE)
    private var speech: TextToSpeech? = null
    private var language = ""

    override val state: StateFlow<VoiceState> = stateNow.asStateFlow()

    override fun prepare(language: String) {
        this.language = language
        if (speech == null) {
            stateNow.value = VoiceState.PREPARING
            speech = TextToSpeech(context) { status -> ready(status) }
        } else {
            choose()
        }
    }

    private fun ready(status: Int) {
        if (status != TextToSpeech.SUCCESS) {
            stateNow.value = VoiceState.NONE
            return
        }
        speech?.setAudioAttributes(guidance)
        speech?.setOnUtteranceProgressListener(Progress())
        choose()
    }

    private fun choose() {
        val speech = speech ?: return
        val found = speech.setLanguage(Locale.forLanguageTag(language))
        val isSpoken = found >= TextToSpeech.LANG_AVAILABLE
        val isReady = isSpoken && (speech.voice?.isOnPhone() != false || speech.chooseOther())
        stateNow.value = if (isReady) VoiceState.READY else VoiceState.LANGUAGE_MISSING
    }

    // The phone's favourite may need the network where another of its voices does not.
    private fun TextToSpeech.chooseOther(): Boolean {
        val other = voices.orEmpty().firstOrNull { it.locale.language == this@PhoneVoice.language && it.isOnPhone() }
        return other != null && setVoice(other) == TextToSpeech.SUCCESS
    }

    private fun android.speech.tts.Voice.isOnPhone() =
        !isNetworkConnectionRequired && TextToSpeech.Engine.KEY_FEATURE_NOT_INSTALLED !in features.orEmpty()

    override fun say(text: String) {
        if (stateNow.value != VoiceState.READY) return
        // During a call or an alarm the cue is felt and read.
        if (audio.requestAudioFocus(ducking) == AudioManager.AUDIOFOCUS_REQUEST_FAILED) return
        saying.incrementAndGet()
        speech?.speak(text, TextToSpeech.QUEUE_ADD, Bundle.EMPTY, text)
    }

    override fun hush() {
        speech?.stop()
        saying.set(0)
        audio.abandonAudioFocusRequest(ducking)
    }

    override fun release() {
        hush()
        speech?.shutdown()
        speech = null
        stateNow.value = VoiceState.IDLE
    }

    private fun said() {
        if (saying.updateAndGet { maxOf(0, it - 1) } == 0) audio.abandonAudioFocusRequest(ducking)
    }

    private inner class Progress : UtteranceProgressListener() {
        override fun onStart(utteranceId: String) = Unit

        override fun onDone(utteranceId: String) = said()

        @Deprecated("Called by old systems only")
        override fun onError(utteranceId: String) = said()
    }
}
