/*
 * Setting out from a screen.
 */
package routeguide.app.guide

import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.platform.LocalContext
import kotlinx.coroutines.launch
import routeguide.Departure
import routeguide.Way
import routeguide.app.home.Answer
import routeguide.app.parts

/** Sets out on a way, forward or in reverse. */
@Composable
fun rememberSettingOut(onUnderway: () -> Unit): (Way, Boolean, Departure) -> Unit {
    val context = LocalContext.current
    val scope = rememberCoroutineScope()
    return remember(context, scope) {
        { way, reversed, departure ->
            scope.launch {
                if (context.parts.guiding.setOut(way, reversed, departure) is Answer.Given) {
                    GuideService.start(context)
                    onUnderway()
                }
            }
        }
    }
}
