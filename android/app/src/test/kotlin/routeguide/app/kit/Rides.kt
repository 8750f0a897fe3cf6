/*
 * Rides: made ones along the lines of the real routes, and recorded ones.
 */
package routeguide.app.kit

import kotlinx.coroutines.runBlocking
import org.w3c.dom.Element
import routeguide.Coordinates
import routeguide.Fix
import routeguide.Position
import routeguide.Way
import routeguide.app.home.value
import routeguide.app.parts
import java.io.File
import java.time.Instant
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.math.cos
import kotlin.math.hypot

private const val DEGREE_M = 111_320.0

/** The line of a route. */
fun TestApp.line(way: Way.Route): Coordinates =
    checkNotNull(runBlocking { parts.home.askBundle(way.bundle) { Coordinates(it.line(way.route)) } }.value)

/** A fix every 5 s at 5 m/s along a line, from one distance from its start to another. */
fun ride(line: Coordinates, metres: IntRange, startMs: Long = NOON_MS): List<Fix> {
    val fixes = mutableListOf<Fix>()
    var behind = 0.0
    var wanted = metres.first.toDouble()
    for (i in 1..<line.size) {
        val length = apart(line[i - 1], line[i])
        while (wanted <= minOf(behind + length, metres.last.toDouble())) {
            val share = (wanted - behind) / length
            val lat = line.lat(i - 1) + share * (line.lat(i) - line.lat(i - 1))
            val lon = line.lon(i - 1) + share * (line.lon(i) - line.lon(i - 1))
            val ms = 5_000L * fixes.size
            fixes += Fix(startMs + ms, 60_000 + ms, lat, lon, 5.0, null, 5.0, null)
            wanted += 25
        }
        behind += length
    }
    return fixes
}

/** The same fix further east. */
fun Fix.east(metres: Double): Fix = copy(lon = lon + metres / DEGREE_M / cos(Math.toRadians(lat)))

/** The canoe trip, whose line is known to tens of metres; led away from it for a while. */
fun TestApp.strayingOnTheRiver(): List<Fix> = ride(line(Routes.coast), 26_900..29_800).astray(from = 20, to = 90)

/** The same fixes, from one to another led away to the east and back. */
private fun List<Fix>.astray(from: Int, to: Int): List<Fix> =
    mapIndexed { i, fix -> if (i in from..<to) fix.east(minOf(i - from, to - i) * 30.0) else fix }

/** The same fixes that much later. */
fun List<Fix>.later(ms: Long): List<Fix> =
    map { it.copy(timeMs = it.timeMs + ms, monotonicMs = it.monotonicMs?.plus(ms)) }

/** A ride as a phone recorded it, made to begin at noon. */
fun recorded(file: File): List<Fix> {
    val factory = DocumentBuilderFactory.newInstance()
    val points = factory.newDocumentBuilder().parse(file).getElementsByTagName("trkpt")
    val times = (0..<points.length).map { Instant.parse(text(points.item(it) as Element, "time")).toEpochMilli() }
    return times.mapIndexed { i, time ->
        val point = points.item(i) as Element
        val ms = time - times.first()
        val place = point.getAttribute("lat").toDouble() to point.getAttribute("lon").toDouble()
        Fix(NOON_MS + ms, 60_000 + ms, place.first, place.second, 12.0, null, null, null)
    }
}

private fun text(point: Element, name: String) = point.getElementsByTagName(name).item(0).textContent

private fun apart(a: Position, b: Position): Double = hypot(
    (b.lat - a.lat) * DEGREE_M,
    (b.lon - a.lon) * DEGREE_M * cos(Math.toRadians((a.lat + b.lat) / 2)),
)
