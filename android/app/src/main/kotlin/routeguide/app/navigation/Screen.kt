/*
 * The screens there are, each with what it shows by its id. What they look like lives in their own rooms.
 */
package routeguide.app.navigation

import java.io.Serializable

/** A screen. It is kept by the system when the process ends. */
sealed interface Screen : Serializable {
    /** The screens that the bar leads to. */
    sealed interface Tab : Screen

    data object Routes : Tab {
        private fun readResolve(): Any = Routes
    }

    data object Map : Tab {
        private fun readResolve(): Any = Map
    }

    data object Search : Tab {
        private fun readResolve(): Any = Search
    }

    data object Tracks : Tab {
        private fun readResolve(): Any = Tracks
    }

    data object Settings : Tab {
        private fun readResolve(): Any = Settings
    }

    data class Route(val bundle: String, val route: String) : Screen

    data class Stop(val bundle: String, val route: String, val stop: String) : Screen

    data class Place(val bundle: String, val place: String) : Screen

    data class Track(val recording: Int) : Screen

    data object Guide : Screen {
        private fun readResolve(): Any = Guide
    }

    data object Bundles : Screen {
        private fun readResolve(): Any = Bundles
    }

    data object Backup : Screen {
        private fun readResolve(): Any = Backup
    }

    data object Licences : Screen {
        private fun readResolve(): Any = Licences
    }

    data object Emergency : Screen {
        private fun readResolve(): Any = Emergency
    }
}
