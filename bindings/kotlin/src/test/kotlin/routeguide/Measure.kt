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
                sum(Coordinates(bundle.line(first)))
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
        val (name, bundle, route) = Given.rides.resolve("journeys.txt").readLines().first { it.endsWith("\tforward") }.split('\t')
        val way = Way.Route(bundle, route)
        val fixes = recordedFixes(Given.rides.resolve("$name.fixes"))
        val span = fixes.last().timeMs - fixes.first().timeMs + 60_000

        val guides = List(20) { library.guide(way) }
        say("fix_guide_us", median(guides) { guide, times -> fixes.forEach { times.time { guide.step(it) } } } / 1e3)

        library.record(way).use { recorder ->
            library.setOut(way, false, recorder.number()).use { journey ->
                val rounds = (0..<12).map { round -> fixes.map { it.later(round * span) } }
                say("fix_journey_us", median(rounds) { round, times -> round.forEach { times.time { journey.step(it) } } } / 1e3)
            }
        }

        library.bundle(bundle).use { open ->
            val longest = open.routes().map { it.id }.maxBy { open.line(it).size }
            say("line_points", Coordinates(open.line(longest)).size.toDouble())
            say("line_ms", median(List(200) { longest }) { id, times -> times.time { sum(Coordinates(open.line(id))) } } / 1e6)
        }
        val texts = Given.rides.resolve("searches.txt").readLines().map { it.substringAfterLast('\t') }
        say("search_us", median(List(50) { texts }) { all, times -> all.forEach { times.time { library.find(it) } } } / 1e3)

        System.getenv("ROUTE_GUIDE_LONG")?.let { file ->
            library.install(file, null, emptyList(), NOON_MS)
            library.bundle("long").use { long ->
                say("line_20000_ms", median(List(50) { it }) { _, times -> times.time { sum(Coordinates(long.line("long-route"))) } } / 1e6)
            }
        }
    }

    private fun sum(line: Coordinates): Double {
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
