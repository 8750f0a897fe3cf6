/*
 * Cues that are heard. What is said comes from the core; here is whether the phone can say it.
 */
package routeguide.app.guide

import kotlinx.coroutines.flow.StateFlow

/** Whether cues can be heard. */
enum class VoiceState {
    /** Nobody asked for it yet. */
    IDLE,

    /** The phone is getting its voice ready. */
    PREPARING,

    /** It speaks. */
    READY,

    /** The phone has no voice in this language, or only one that needs the network. */
    LANGUAGE_MISSING,

    /** The phone has no voice at all. */
    NONE,
}

/** A voice. */
interface Voice {
    /** Whether it can be heard. */
    val state: StateFlow<VoiceState>

    /** Gets it ready to speak a language. */
    fun prepare(language: String)

    /** Says something after what it is saying now; music gets quieter meanwhile. */
    fun say(text: String)

    /** Ends in the middle of the word. */
    fun hush()

    /** Gives the phone's voice back. */
    fun release()
}
