/*
 * What goes wrong, in one piece: every case of RouteGuideException carries the same words, and a call on an object that
 * the shell has closed itself is one of the cases.
 *
 * Only what Kotlin needs to say that. Texts and codes come from the core.
 */
package routeguide

import java.util.Locale

/** What is said of it, whatever its case. */
public val RouteGuideException.said: Said
    get() = when (this) {
        is RouteGuideException.Input -> said
        is RouteGuideException.Untrusted -> said
        is RouteGuideException.NotFound -> said
        is RouteGuideException.NotNow -> said
        is RouteGuideException.Full -> said
        is RouteGuideException.Disk -> said
        is RouteGuideException.Busy -> said
        is RouteGuideException.Newer -> said
        is RouteGuideException.Damaged -> said
        is RouteGuideException.Closed -> said
        is RouteGuideException.Internal -> said
    }

// RouteGuide.kt calls it: the object is gone, and with it the traveller's choice of a language. The phone's is at hand.
internal fun closedObjectException(name: String): RouteGuideException =
    RouteGuideException.Closed(closedObject(name, Locale.getDefault().language))
