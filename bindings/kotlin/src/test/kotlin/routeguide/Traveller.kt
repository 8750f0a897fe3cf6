/*
 * A traveller in a process of its own: for tests that kill it, or that put it on a disk with little room.
 *
 * It rides, keeps every fix, and says so on its standard output, a line after each.
 */
package routeguide

import java.io.File
import java.nio.file.Path
import kotlin.io.path.absolutePathString
import kotlin.io.path.deleteExisting

/** Starts it: what it does, the library's folder, what stands before its command. */
internal fun traveller(does: String, folder: Path, vararg before: String): Process {
    val java = Path.of(System.getProperty("java.home"), "bin", "java").absolutePathString()
    val options = listOf("-Xmx128m", "-Djna.library.path=${Given.built}", "-cp", System.getProperty("java.class.path"))
    val command = before.toList() + java + options + listOf("routeguide.TravellerKt", does, folder.absolutePathString())
    return ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start()
}

internal fun main(arguments: Array<String>) {
    val (does, folder) = arguments
    val library = library(Path.of(folder))
    val recorder = library.record(stones)
    val journey = library.setOut(stones, false, Departure.CONTINUE, recorder.number())
    val fixes = ride(library.line(stones), 0..60_000)
    when (does) {
        "ride" -> for (fix in fixes) println(journey.step(fix).tally?.fixes)
        "ride-until-full" -> rideUntilFull(journey, fixes, Path.of(folder).resolveSibling("ballast"))
    }
}

// Says what could not be kept, and whether all of it was once there was room again.
private fun rideUntilFull(journey: Journey, fixes: List<Fix>, ballast: Path) {
    val (before, after) = fixes.take(50) to fixes.subList(50, 450)
    journey.steps(before)
    ballast.fill()
    val full = journey.steps(after)
    val said = full.mapNotNull { it.notKept }
    println("guided ${full.count { it.step.update != null }} of ${after.size}")
    println("waiting ${full.last().waiting}")
    println("codes ${said.map { it.code }.distinct()}")
    println("text ${said.first().text}")
    val stillFull = runCatching { journey.catchUp() }.exceptionOrNull() as RouteGuideException.Full
    println("caught up ${stillFull.said.code}")
    ballast.deleteExisting()
    journey.catchUp()
    println("kept ${journey.step(after.last().later(5_000)).tally?.fixes} of ${before.size + after.size + 1}")
}

// Until not one byte more goes in.
private fun Path.fill() {
    File(absolutePathString()).outputStream().use { out ->
        for (size in listOf(1 shl 16, 1 shl 12, 1)) {
            val bytes = ByteArray(size)
            generateSequence { runCatching { out.write(bytes) }.getOrNull() }.count()
        }
    }
}
