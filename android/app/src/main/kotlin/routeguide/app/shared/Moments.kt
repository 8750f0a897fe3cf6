/*
 * Days and times as travellers write them: in the language of the app, which need not be the phone's.
 */
package routeguide.app.shared

import android.content.Context
import android.text.format.DateFormat
import java.text.SimpleDateFormat
import java.util.Date

/** A day. */
fun Context.day(ms: Long): String = dated("yMMMMd", ms)

/** A time of day. */
fun Context.time(ms: Long): String = DateFormat.getTimeFormat(this).format(Date(ms))

/** A day of the week, its date and the time. */
fun Context.moment(ms: Long): String = "${dated("yMMMMdEEEE", ms)}, ${time(ms)}"

private fun Context.dated(parts: String, ms: Long): String {
    val locale = resources.configuration.locales[0]
    return SimpleDateFormat(DateFormat.getBestDateTimePattern(locale, parts), locale).format(Date(ms))
}
