/*
 * A screen or a part of one shown alone: what no way through the app leads to at present.
 */
package routeguide.app.kit

import androidx.activity.compose.setContent
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.app.parts
import routeguide.app.shared.LocalNight
import routeguide.app.shared.LocalWords
import routeguide.app.theme.AppTheme
import routeguide.app.theme.isNight

/** Shows this in the place of the app, once it is started. */
fun Hand.showAlone(content: @Composable () -> Unit) = window { activity ->
    activity.setContent {
        val words by activity.parts.home.words.collectAsStateWithLifecycle()
        val isNight = isNight(null)
        val known = words ?: return@setContent
        AppTheme(isNight) {
            Surface {
                CompositionLocalProvider(LocalWords provides known, LocalNight provides isNight, content = content)
            }
        }
    }
}
