/*
 * How far the core is with opening what lies on the phone.
 */
package routeguide.app.home

import routeguide.Said

/** Whether the library can be asked. */
sealed interface Opening {
    /** It is being opened. */
    data object Underway : Opening

    /** It can be asked. */
    data object Done : Opening

    /** It could not be opened. */
    data class Failed(val said: Said) : Opening
}
