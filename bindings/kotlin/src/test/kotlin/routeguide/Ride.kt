/*
 * Rides along a route's line, as even as only a made one is, with what tests do to them; and the earth they lie on.
 */
package routeguide

import kotlin.math.cos
import kotlin.math.hypot
import kotlin.math.pow
import kotlin.math.sin
import kotlin.math.sqrt

// WGS 84, and the square of its eccentricity.
private const val EQUATOR_M = 6_378_137.0
private const val FLATNESS = 0.00669437999014

/** A fix every 5 s while riding 5 m/s along the line, from one distance from its start to another. */
internal fun ride(line: Coordinates, metres: IntRange, startMs: Long = NOON_MS): List<Fix> {
    val fixes = mutableListOf<Fix>()
    var behind = 0.0
    var wanted = metres.first.toDouble()
    for (i in 1..<line.size) {
        val length = distance(line[i - 1], line[i])
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
internal fun Fix.east(metres: Double): Fix = copy(lon = lon + metres / distance(place, place.copy(lon = lon + 1)))

/** The same fixes that much later. */
internal fun List<Fix>.later(ms: Long): List<Fix> = map { it.later(ms) }

internal fun Fix.later(ms: Long): Fix = copy(timeMs = timeMs + ms, monotonicMs = monotonicMs?.plus(ms))

private val Fix.place: Position get() = Position(lat, lon)

internal fun Journey.steps(fixes: List<Fix>): List<JourneyStep> = fixes.map { step(it) }

internal val List<JourneyStep>.cues: List<Cue> get() = flatMap { it.step.update?.cues.orEmpty() }

internal inline fun <reified T : CueEvent> List<Cue>.about(): List<T> = map { it.event }.filterIsInstance<T>()

internal fun Coordinates.length(): Double = (1..<size).sumOf { distance(this[it - 1], this[it]) }

/** By the curvature of the ellipsoid between the two: right to a millionth where they are a few kilometres apart. */
internal fun distance(a: Position, b: Position): Double {
    val lat = Math.toRadians((a.lat + b.lat) / 2)
    val flat = 1 - FLATNESS * sin(lat).pow(2)
    val north = EQUATOR_M * (1 - FLATNESS) / flat.pow(1.5) * Math.toRadians(b.lat - a.lat)
    val east = EQUATOR_M / sqrt(flat) * cos(lat) * Math.toRadians(b.lon - a.lon)
    return hypot(north, east)
}
