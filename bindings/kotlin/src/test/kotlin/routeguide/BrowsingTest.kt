/* A traveller at home: the first start, the routes to choose from, the map. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.math.abs
import kotlin.time.Instant

internal class BrowsingTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `at the first start there is nothing until the three routes are installed`() {
        emptyLibrary(folder).use { library ->
            assertEquals(emptyList<InstalledBundle>(), library.bundles())
            assertEquals(emptyList<Found>(), library.find("Nida"))
            val offered = library.offered(Given.bundle)
            assertEquals(BUNDLE to null, offered.manifest.id to offered.before)
            assertEquals(Installation.New, library.install(Given.bundle, null, emptyList(), NOON_MS))
            assertEquals(Installation.Unchanged, library.install(Given.bundle, null, emptyList(), NOON_MS))
            val installed = library.bundles().single()
            assertEquals(OfferedBundle(installed.manifest, installed), library.offered(Given.bundle))
            assertEquals(BUNDLE, installed.manifest.id)
            assertEquals(Instant.fromEpochMilliseconds(NOON_MS), installed.installed)
            assertTrue(!installed.signed && installed.bytes > 100_000u)
            assertEquals(listOf(coast, stones, cultures).map { it.route }, library.routes().map { it.id })
        }
    }

    @Test
    fun `the list of routes says what a card shows, as the routes themselves do`() = library(folder).use { library ->
        library.bundle(BUNDLE).use { bundle ->
            for (listed in library.routes()) {
                val route = bundle.route(listed.id)
                assertEquals(route.stops.size, listed.stops.toInt())
                assertEquals(route.indicativeShare, listed.indicativeShare, 1e-9)
                assertEquals(route.bounds, listed.bounds)
                assertEquals(route.legs.map { it.mode }.toSet(), listed.modes.toSet())
                assertEquals(TravelMode.BIKE, listed.modes.first())
            }
        }
    }

    @Test
    fun `manifest and routes are told in each of the three languages`() {
        val told = listOf("lt", "en", "de").map { language ->
            library(folder.resolve(language), language).use { library ->
                assertEquals(language, library.language())
                library.bundle(BUNDLE).use { it.manifest() to it.route(cultures.route) }
            }
        }
        for (text in listOf<(Pair<BundleManifest, RouteDetails>) -> String>(
            { it.first.name },
            { it.first.summary },
            { it.first.emergencyNote },
            { it.second.name },
            { it.second.summary },
            { it.second.description },
            { it.second.stages.first().name },
            { it.second.stops.first().description },
            { it.second.stops.first().kind },
        )) {
            assertEquals(3, told.map(text).distinct().size, "${told.map(text)}")
        }
        for ((manifest, route) in told) {
            assertEquals(setOf("lt", "en", "de"), manifest.languages.toSet())
            assertEquals("112", manifest.emergencyNumber)
            assertTrue(manifest.attributions.isNotEmpty())
            assertEquals(told.first().second.stops.map { it.id }, route.stops.map { it.id })
        }
    }

    @Test
    fun `the line of every route is as long as its details say`() = library(folder).use { library ->
        for (way in listOf(coast, stones, cultures)) {
            val line = library.line(way)
            val details = library.bundle(BUNDLE).use { it.route(way.route) }
            val bounds = checkNotNull(details.bounds)
            assertTrue(line.all { it.lat in bounds.south..bounds.north && it.lon in bounds.west..bounds.east })
            val off = abs(line.length() - details.lengthM) / details.lengthM
            assertTrue(off < 0.001, "${way.route}: ${line.length()} m, ${details.lengthM} m")
        }
    }

    @Test
    fun `heights come with every vertex or not at all`() = library(folder).use { library ->
        library.bundle(BUNDLE).use { bundle ->
            for (listed in bundle.routes()) {
                val heights = bundle.heights(listed.id)?.let(::Heights)
                assertEquals(heights != null, bundle.route(listed.id).gainM != null)
                if (heights != null) assertEquals(Coordinates(bundle.line(listed.id)).size, heights.size)
            }
        }
    }

    @Test
    fun `a profile has as many heights as were asked for, and all of the line's range`() =
        library(folder).use { library ->
            library.bundle(BUNDLE).use { bundle ->
                for (listed in bundle.routes()) {
                    val heights = bundle.heights(listed.id)?.let(::Heights)
                    val profile = bundle.profile(listed.id, 240u)?.let(::Heights)
                    assertEquals(heights?.min(), profile?.min())
                    assertEquals(heights?.max(), profile?.max())
                    if (profile != null) assertEquals(240, profile.size)
                }
            }
        }

    @Test
    fun `a bundle lies around all its routes and knows the kinds of its stops`() = library(folder).use { library ->
        library.bundle(BUNDLE).use { bundle ->
            val routes = bundle.routes().map { bundle.route(it.id) }
            val bounds = checkNotNull(bundle.bounds())
            val each = routes.mapNotNull { it.bounds }
            assertEquals(each.minOf { it.south }, bounds.south)
            assertEquals(each.maxOf { it.east }, bounds.east)
            assertEquals(routes.flatMap { it.stops }.map { it.category }.distinct().sorted(), bundle.categories())
        }
    }

    @Test
    fun `a place is known by its id, in the traveller's language`() {
        val told = listOf("lt", "en", "de").map { language ->
            library(folder.resolve(language), language).use { library ->
                library.bundle(BUNDLE).use { it.place("klaipeda-senoji-perkela") }
            }
        }
        assertEquals(listOf("Perkėla ar prieplauka", "Ferry pier", "Anleger"), told.map { it.kind })
        assertEquals(3, told.map { it.name }.distinct().size)
        assertEquals(1, told.map { it.category to it.position }.distinct().size)
    }

    @Test
    fun `pictures come in three sizes, each larger than the one before`() = library(folder).use { library ->
        library.install(Given.pictured, null, emptyList(), NOON_MS)
        library.bundle("spit").use { bundle ->
            val routes = bundle.routes().map { bundle.route(it.id) }
            val pictures = routes.flatMap { route -> route.pictures + route.stops.flatMap { it.pictures } }
            assertTrue(pictures.isNotEmpty())
            for (picture in pictures) {
                val sizes = PictureSize.entries.map { bundle.picture(picture.id, it) }
                assertEquals(sizes.sortedBy { it.width }, sizes)
                assertTrue(sizes.all { it.bytes.isNotEmpty() && it.mediaType.startsWith("image/") })
                val longer = sizes.map { maxOf(it.width, it.height) }
                assertEquals(listOf(160u, 640u, 1_600u), longer)
            }
        }
    }

    @Test
    fun `a route or one stage of it goes out as GPX`() = library(folder).use { library ->
        library.bundle(BUNDLE).use { bundle ->
            val stage = bundle.route(coast.route).stages.first()
            val whole = folder.resolve("whole.gpx")
            val part = folder.resolve("part.gpx")
            val all = bundle.exportGpx(coast.route, null, GpxProfile.GARMIN, whole.text(), NOON_MS)
            val one = bundle.exportGpx(coast.route, stage.id, GpxProfile.PLAIN, part.text(), null)
            assertEquals(all.points.toInt(), gpx(whole).points)
            assertEquals(one.points.toInt(), gpx(part).points)
            assertTrue(one.points < all.points && one.waypoints < all.waypoints)
        }
    }

    @Test
    fun `an uninstalled bundle is gone, and what was open of it stays readable`() = library(folder).use { library ->
        library.bundle(BUNDLE).use { bundle ->
            library.uninstall(BUNDLE)
            assertEquals(emptyList<InstalledBundle>(), library.bundles())
            assertEquals(3, bundle.routes().size)
        }
        assertNull(library.find("Nida").firstOrNull())
    }

    private fun Library.routes() = bundle(BUNDLE).use { it.routes() }
}
