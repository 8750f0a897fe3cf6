/*
 * A traveller under way with the app in the hand: what the tests and pictures of the guide's screen begin with.
 */
package routeguide.app.kit

import kotlinx.coroutines.runBlocking
import routeguide.Departure
import routeguide.Fix
import routeguide.Way
import routeguide.app.MainActivity
import routeguide.app.parts

/** Sets out on a route with everything allowed, and looks at the guide. */
fun Hand.setOut(way: Way.Route, pocket: Pocket) {
    app.allowAll()
    app.switchLocation(isOn = true)
    start(MainActivity.guide(app))
    runBlocking { app.parts.guiding.setOut(way, false, Departure.CONTINUE) }
    settle()
    pocket.obey()
    settle()
}

/** Fixes arrive, and what they change comes to light. */
fun Hand.move(fixes: List<Fix>) {
    fixes.forEach(app::arrive)
    settle()
}
