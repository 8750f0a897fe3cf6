/*
 * Which composable shows which screen, and where its doors lead. Screens know nothing of one another.
 */
package routeguide.app

import androidx.compose.runtime.Composable
import routeguide.app.backup.BackupScreen
import routeguide.app.bundles.BundlesScreen
import routeguide.app.licences.LicencesScreen
import routeguide.app.navigation.BackStack
import routeguide.app.navigation.Screen
import routeguide.app.routes.RoutesScreen
import routeguide.app.settings.SettingsScreen
import routeguide.app.tracks.TrackScreen
import routeguide.app.tracks.TracksScreen

/** A screen, with its doors. */
@Composable
fun ScreenOf(screen: Screen, stack: BackStack) {
    when (screen) {
        Screen.Routes -> RoutesScreen(open = stack::open)
        Screen.Tracks -> TracksScreen(open = stack::open)
        Screen.Settings -> SettingsScreen(open = stack::open)
        is Screen.Track -> TrackScreen(screen.recording, stack::back, stack::open)
        Screen.Bundles -> BundlesScreen(stack::back, stack::open)
        Screen.Backup -> BackupScreen(stack::back)
        Screen.Licences -> LicencesScreen(stack::back)
        else -> Unit
    }
}
