/*
 * What a question to the core comes back with: an answer, or words for the traveller. Nothing else is thrown past here.
 */
package routeguide.app.home

import routeguide.Said

/** An answer of the core, or what it says in its place. */
sealed interface Answer<out T> {
    /** What was asked for. */
    data class Given<T>(val value: T) : Answer<T>

    /** Why there is none, for the traveller. */
    data class Refused(val said: Said) : Answer<Nothing>
}

/** What was asked for; nothing where the core had only words. */
val <T> Answer<T>.value: T? get() = (this as? Answer.Given)?.value

/** What the core says in place of an answer. */
val Answer<*>.said: Said? get() = (this as? Answer.Refused)?.said

/** The same answer, made into something else. */
inline fun <T, R> Answer<T>.map(make: (T) -> R): Answer<R> = when (this) {
    is Answer.Given -> Answer.Given(make(value))
    is Answer.Refused -> this
}
