/*
 * Which composable shows which screen, and where its doors lead. Screens know nothing of one another.
 */
package routeguide.app

import androidx.compose.runtime.Composable
import routeguide.app.backup.BackupScreen
import routeguide.app.bundles.BundlesScreen
import routeguide.app.emergency.EmergencyScreen
import routeguide.app.guide.GuideScreen
import routeguide.app.licences.LicencesScreen
import routeguide.app.mapview.MapScreen
import routeguide.app.navigation.BackStack
import routeguide.app.navigation.Screen
import routeguide.app.place.PlaceScreen
import routeguide.app.route.RouteScreen
import routeguide.app.routes.RoutesScreen
import routeguide.app.search.SearchScreen
import routeguide.app.settings.SettingsScreen
import routeguide.app.stop.StopScreen
import routeguide.app.tracks.TrackScreen
import routeguide.app.tracks.TracksScreen

/** A screen, with its doors. */
@Composable
fun ScreenOf(screen: Screen, stack: BackStack) {
    when (screen) {
        Screen.Routes -> RoutesScreen(open = stack::open)
        Screen.Map -> MapScreen(open = stack::open)
        Screen.Search -> SearchScreen(open = stack::open)
        Screen.Tracks -> TracksScreen(open = stack::open)
        Screen.Settings -> SettingsScreen(open = stack::open)
        is Screen.Route -> RouteScreen(screen, open = stack::open, back = stack::back)
        is Screen.Stop -> StopScreen(screen, open = stack::open, replace = stack::replace, back = stack::back)
        is Screen.Place -> PlaceScreen(screen, open = stack::open, back = stack::back)
        is Screen.Track -> TrackScreen(screen.recording, stack::back, stack::open)
        Screen.Guide -> GuideScreen(stack::open, stack::replace, stack::back)
        Screen.Bundles -> BundlesScreen(stack::back, stack::open)
        Screen.Backup -> BackupScreen(stack::back)
        Screen.Licences -> LicencesScreen(stack::back)
        Screen.Emergency -> EmergencyScreen(onBack = stack::back)
    }
}
