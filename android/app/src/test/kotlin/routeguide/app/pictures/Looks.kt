/*
 * How a phone may be set when a picture is taken of it.
 */
package routeguide.app.pictures

import androidx.test.core.app.ApplicationProvider
import org.robolectric.RuntimeEnvironment
import routeguide.app.kit.TestApp

private const val PHONE = "w411dp-h891dp-port-notnight"

/** By name, as resource qualifiers and the size of letters. */
private val looks = listOf(
    Look("lt", "lt-$PHONE"),
    Look("en", "en-$PHONE"),
    Look("de", "de-$PHONE"),
    Look("dark", "lt-w411dp-h891dp-port-night"),
    Look("large", "de-$PHONE", letters = 2f),
    Look("land", "de-w891dp-h411dp-land-notnight"),
    Look("tablet", "en-w1280dp-h800dp-land-notnight"),
)

/** A setting of the phone. */
class Look(val name: String, val qualifiers: String, val letters: Float = 1f)

/** Shows the same, on a new phone each time, in every look a traveller may have: languages, at night, in large letters, on its side, on a tablet. */
fun inEveryLook(show: (look: String) -> Unit) {
    for (look in looks) {
        RuntimeEnvironment.setQualifiers("+${look.qualifiers}")
        RuntimeEnvironment.setFontScale(look.letters)
        // The library speaks the language that it was opened in.
        ApplicationProvider.getApplicationContext<TestApp>().anew()
        show(look.name)
    }
}
