/*
 * What the tests stand on: what the check hands in by the environment, a library with the real bundle, its real routes.
 *
 * No expectation lives here.
 */
package routeguide

import org.junit.jupiter.api.Assumptions.assumeTrue
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.absolutePathString
import kotlin.io.path.listDirectoryEntries

internal const val BUNDLE = "klaipedos-regionas"

/** Twelve noon on a day after the bundle was published. */
internal const val NOON_MS = 1_795_608_000_000

internal val coast = Way.Route(BUNDLE, "malonus-nuovargiai")
internal val stones = Way.Route(BUNDLE, "antgamtiniai-peizazai")
internal val cultures = Way.Route(BUNDLE, "migruojancios-kulturos")

internal object Given {
    val built: String get() = required("ROUTE_GUIDE_BUILT")
    val bundle: String get() = required("ROUTE_GUIDE_BUNDLE")
    val rides: Path get() = Path.of(required("ROUTE_GUIDE_RIDES"))
    val pictured: String get() = rides.resolve("pictured.gpkg").toString()
    val streams: Path get() = Path.of(required("ROUTE_GUIDE_STREAMS"))
    val full: Boolean get() = System.getenv("ROUTE_GUIDE_FULL") == "1"

    /** A file or folder of the shared ones; a test that needs it is skipped where they are not at hand. */
    fun shared(name: String): Path {
        val shared = System.getenv("ROUTE_GUIDE_SHARED")
        assumeTrue(shared != null) { "ROUTE_GUIDE_SHARED is not set" }
        return Path.of(shared).resolve(name)
    }

    private fun required(name: String): String = checkNotNull(System.getenv(name)) {
        "$name is not set: run bindings/check/kotlin"
    }
}

/** An empty library. */
internal fun emptyLibrary(folder: Path, language: String = "en"): Library =
    Library.open(folder.absolutePathString(), language, NOON_MS)

/** A library with the three real routes. */
internal fun library(folder: Path, language: String = "en"): Library = emptyLibrary(folder, language).apply {
    install(Given.bundle, null, emptyList(), NOON_MS)
}

internal fun Library.line(way: Way.Route): Coordinates =
    bundle(way.bundle).use { Coordinates(it.line(way.route)) }

internal fun Library.guide(way: Way.Route): Guide = bundle(way.bundle).use { it.guide(way.route, false) }

internal fun Library.record(way: Way.Route? = null, name: String? = null): Recorder =
    startRecording(RecordingStart(NOON_MS, name, TravelMode.BIKE, way))

internal fun Library.find(text: String, limit: UInt = 20u): List<Found> = search(SearchQuery(text, null, limit)).found

internal fun look(language: String = "en", glyphs: String = "file:///g/{fontstack}/{range}.pbf"): MapLook =
    MapLook(MapTheme.LIGHT, MapDrawing.FULL, language, glyphs, null, null)

internal fun Path.text(): String = absolutePathString()

internal fun Path.listed(): List<Path> = listDirectoryEntries().sorted()

/** The files below a folder that this process holds open. */
internal fun openFiles(below: Path): List<String> {
    val folder = below.toRealPath().toString() + "/"
    return Path.of("/proc/self/fd").listed()
        .mapNotNull { runCatching { Files.readSymbolicLink(it).toString() }.getOrNull() }
        .filter { it.startsWith(folder) }
}
