/*
 * Which composable shows which screen, and where its doors lead. Screens know nothing of one another.
 */
package routeguide.app

import androidx.compose.runtime.Composable
import routeguide.app.guide.GuideScreen
import routeguide.app.navigation.BackStack
import routeguide.app.navigation.Screen
import routeguide.app.routes.RoutesScreen

/** A screen, with its doors. */
@Composable
fun ScreenOf(screen: Screen, stack: BackStack) {
    when (screen) {
        Screen.Routes -> RoutesScreen(open = stack::open)
        Screen.Guide -> GuideScreen(stack::open, stack::replace, stack::back)
        else -> Unit
    }
}
