/*
 * What the tests stand on: what the check hands in by the environment, and rides on the real routes.
 */
package routeguide.app.kit

import org.junit.Assume.assumeTrue
import routeguide.Way
import java.io.File

const val BUNDLE: String = "klaipedos-regionas"

/** The three real routes. */
object Routes {
    val coast: Way.Route = Way.Route(BUNDLE, "malonus-nuovargiai")
    val stones: Way.Route = Way.Route(BUNDLE, "antgamtiniai-peizazai")
    val cultures: Way.Route = Way.Route(BUNDLE, "migruojancios-kulturos")
}

object Given {
    /** The bundle of the real routes. */
    val bundle: File get() = File(checkNotNull(System.getenv("ROUTE_GUIDE_BUNDLE")) { "run android/check/run" })

    /** A file or folder of the shared ones; a test that needs it is skipped where they are not at hand. */
    fun shared(name: String): File {
        val shared = System.getenv("ROUTE_GUIDE_SHARED")
        assumeTrue("ROUTE_GUIDE_SHARED is not set", shared != null)
        return File(shared, name)
    }
}
