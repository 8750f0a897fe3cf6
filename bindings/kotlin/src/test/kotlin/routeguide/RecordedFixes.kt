/* Fixes as the check hands them in: one a line, its numbers in the order of `Fix`, nothing where one is unknown. */
package routeguide

import java.nio.file.Path
import kotlin.io.path.readLines

internal fun recordedFixes(file: Path): List<Fix> = file.readLines().filter(String::isNotEmpty).map { line ->
    val (time, monotonic, lat, lon, accuracy) = line.split(',')
    val (altitude, speed, course) = line.split(',').drop(5)
    Fix(
        timeMs = time.toLong(),
        monotonicMs = monotonic.known?.toLong(),
        lat = lat.number,
        lon = lon.number,
        accuracyM = accuracy.number,
        altitudeM = altitude.known?.number,
        speedMps = speed.known?.number,
        courseDeg = course.known?.number,
    )
}

private val String.known: String? get() = ifEmpty { null }

// Rust writes `inf` where Kotlin reads `Infinity`.
private val String.number: Double get() = replace("inf", "Infinity").toDouble()
