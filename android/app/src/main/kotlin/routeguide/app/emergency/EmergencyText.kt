/*
 * The message that says where the traveller is, for others to read.
 */
package routeguide.app.emergency

import android.content.Context
import routeguide.Fix
import routeguide.Nearby
import routeguide.Position
import routeguide.Words
import routeguide.app.R
import routeguide.app.shared.time

/** Where the traveller is, as far as it is known, in their language; digits as every map understands them. */
fun Context.emergencyText(words: Words, fix: Fix, nearest: Nearby?): String = listOfNotNull(
    getString(R.string.emergency_message, words.position(Position(fix.lat, fix.lon)).decimal),
    getString(R.string.emergency_message_time, time(fix.timeMs)),
    words.accuracy(fix)?.let { getString(R.string.emergency_message_accuracy, it) },
    nearest?.let {
        getString(
            R.string.emergency_message_nearest,
            it.name,
            words.distance(it.distanceM),
            words.direction(it.bearingDeg),
        )
    },
).joinToString(" ")

/** How far off a fix may be; nothing where the phone does not say. */
fun Words.accuracy(fix: Fix): String? = if (fix.accuracyM > 0) distance(fix.accuracyM) else null
