/*
 * How long things take over the border: lines `name value`, each the median of many runs after a warm-up.
 *
 *   routeguide.Measure                  fixes, lines, searches
 *   routeguide.Measure start FOLDER     a start of an app: opens that library, shows the first route
 *
 * Figures only: what is fast enough is said where the benches are.
 */
package routeguide

import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.readLines

internal object Measure {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val begun = System.nanoTime()
        if (arguments.firstOrNull() == "start") start(arguments[1], begun) else all()
    }

    private fun start(folder: String, begun: Long) {
        Library.open(folder, "lt", System.currentTimeMillis()).use { library ->
            library.bundle(library.bundles().first().manifest.id).use { bundle ->
                val first = bundle.routes().first().id
                bundle.route(first)
                sum(bundle, first)
            }
        }
        say("start_ms", (System.nanoTime() - begun) / 1e6)
        say("start_jvm_ms", System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().startTime.toDouble())
    }

    private fun all() {
        val memory = Path.of("/dev/shm").takeIf(Files::isDirectory)
        val folder = Files.createTempDirectory(memory ?: Path.of(System.getProperty("java.io.tmpdir")), "measure")
        try {
            library(folder.resolve("library")).use { measure(it) }
        } finally {
            folder.toFile().deleteRecursively()
        }
    }

    private fun measure(library: Library) {
        val journeys = Given.rides.resolve("journeys.txt").readLines()
        val (name, bundle, route) = journeys.first { it.endsWith("\tforward") }.split('\t')
        val way = Way.Route(bundle, route)
        val fixes = recordedFixes(Given.rides.resolve("$name.fixes"))
        val span = fixes.last().timeMs - fixes.first().timeMs + 60_000

        // A whole ride, time and again, as the same ride is measured in Rust and in Swift.
        val perFix = 1e-3 / fixes.size
        val guides = List(60) { library.guide(way) }
        say("fix_guide_us", perFix * median(guides) { guide, times -> times.time { fixes.forEach { guide.step(it) } } })

        library.record(way).use { recorder ->
            library.setOut(way, false, Departure.CONTINUE, recorder.number()).use { journey ->
                val rides = (0..<12).map { round -> fixes.map { it.later(round * span) } }
                val taken = median(rides) { ride, times -> times.time { ride.forEach { journey.step(it) } } }
                say("fix_journey_us", perFix * taken)
            }
        }

        library.bundle(bundle).use { open ->
            val longest = open.routes().map { it.id }.maxBy { open.line(it).size }
            say("line_points", Coordinates(open.line(longest)).size.toDouble())
            say("line_ms", 1e-6 * median(List(200) { longest }) { id, times -> times.time { sum(open, id) } })
        }
        val texts = Given.rides.resolve("searches.txt").readLines().map { it.substringAfterLast('\t') }
        val searches = median(List(50) { texts }) { all, times -> all.forEach { times.time { library.find(it) } } }
        say("search_us", 1e-3 * searches)

        System.getenv("ROUTE_GUIDE_LONG")?.let { file ->
            library.install(file, null, emptyList(), NOON_MS)
            library.bundle("long").use { long ->
                val taken = median(List(50) { "long-route" }) { id, times -> times.time { sum(long, id) } }
                say("line_20000_ms", 1e-6 * taken)
            }
        }
    }

    // Every number of a route's line is read.
    private fun sum(bundle: RouteBundle, route: String): Double {
        val line = Coordinates(bundle.line(route))
        var sum = 0.0
        for (at in line.indices) sum += line.lat(at) + line.lon(at)
        return sum
    }

    // In nanoseconds; the first half of the runs is the warm-up.
    private fun <T> median(runs: List<T>, run: (T, MutableList<Long>) -> Unit): Double {
        val times = mutableListOf<Long>()
        runs.take(runs.size / 2).forEach { run(it, times) }
        times.clear()
        runs.drop(runs.size / 2).forEach { run(it, times) }
        return times.sorted()[times.size / 2].toDouble()
    }

    private inline fun MutableList<Long>.time(work: () -> Unit) {
        val begun = System.nanoTime()
        work()
        add(System.nanoTime() - begun)
    }

    private fun say(name: String, value: Double) = println("%s %.3f".format(java.util.Locale.ROOT, name, value))
}
