/*
 * One screen alone in the traveller's hand, for those that other screens lead to.
 */
package routeguide.app.kit

import androidx.activity.compose.setContent
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import routeguide.app.shared.LocalNight
import routeguide.app.shared.LocalWords
import routeguide.app.theme.AppTheme
import routeguide.app.theme.isNight

/** Shows this in place of the app's first screen, and starts the app for it where nobody did. */
fun Hand.showAlone(content: @Composable () -> Unit) {
    if (!isStarted) start()
    val words = checkNotNull(app.parts.home.words.value)
    window { activity ->
        activity.setContent {
            val isNight = isNight(null)
            AppTheme(isNight) {
                CompositionLocalProvider(LocalWords provides words, LocalNight provides isNight) {
                    Surface(Modifier.fillMaxSize()) { content() }
                }
            }
        }
    }
}
