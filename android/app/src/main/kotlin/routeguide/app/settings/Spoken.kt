/*
 * The language the app is shown in, where the traveller chose another than the phone's.
 */
package routeguide.app.settings

import android.content.Context
import android.content.res.Configuration
import java.util.Locale

/** The same context, its texts in the chosen language; without a choice, the very same. */
fun Context.speaking(language: String?): Context {
    if (language == null) return this
    // Numbers and times keep the habits of the phone's region.
    val locale = Locale.Builder().setLanguage(language).setRegion(region(language)).build()
    return createConfigurationContext(Configuration(resources.configuration).apply { setLocale(locale) })
}

private fun Context.region(language: String): String {
    val phone = resources.configuration.locales[0]
    return if (phone.language == language) phone.country else ""
}
