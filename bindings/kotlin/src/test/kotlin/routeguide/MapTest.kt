/* What a traveller sees on maps and cards: layers, styles, themselves, a sketch of a route, what is near. */
package routeguide

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Path

internal class MapTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `the map's layers are GeoJSON, and every stop is on one`() = library(folder).use { library ->
        library.bundle(BUNDLE).use { bundle ->
            val layers = bundle.mapLayers().associate { it.layer to features(it.geoJson) }
            val stops = bundle.routes().sumOf { bundle.route(it.id).stops.size }
            assertEquals(stops, layers.getValue(MapLayer.STOPS).size)
            assertTrue(MapLayer.LAND in layers && MapLayer.LEGS in layers && MapLayer.PLACES in layers)
            assertTrue(layers.values.all { it.isNotEmpty() })
        }
    }

    @Test
    fun `the style draws what it is given, and looks as it is asked to`() {
        val sources = listOf(MapLayer.LAND, MapLayer.STOPS).map { MapLayerSource(it, "file:///$it") }
        fun style(look: MapLook) = Json.parseToJsonElement(mapStyleJson(look, sources)).jsonObject
        val light = style(look())
        assertEquals(setOf("land", "stops"), light.getValue("sources").jsonObject.keys)
        assertTrue(light != style(look().copy(theme = MapTheme.DARK)))
        val plain = style(look().copy(drawing = MapDrawing.PLAIN, route = coast.route))
        assertEquals(setOf("stops"), plain.getValue("sources").jsonObject.keys)
        assertTrue(coast.route in "$plain")
        val museums = style(look().copy(categories = listOf(StopCategory.MUSEUM)))
        assertTrue("""["literal",["museum"]]""" in "$museums")
    }

    @Test
    fun `the traveller is a place, a circle and a way ahead`() {
        val moving = features(hereLayer(Position(55.3, 21.0), 12.0, 90.0, 4.0)).map { it.text("part") }
        assertEquals(listOf("accuracy", "course", "place"), moving)
        val vague = features(hereLayer(Position(55.3, 21.0), -1.0, null, null)).map { it.text("part") }
        assertEquals(listOf("place"), vague)
        assertThrows(RouteGuideException.Input::class.java) { hereLayer(Position(Double.NaN, 21.0), 12.0, null, null) }
    }

    @Test
    fun `under way, stops are visited, next or ahead`() = library(folder).use { library ->
        library.setOut(stones, false, Departure.CONTINUE, null).use { journey ->
            val update = checkNotNull(journey.steps(ride(library.line(stones), 0..5_400)).last().step.update)
            val stops = features(journey.stopsLayer())
            val (own, others) = stops.partition { it.text("route") == stones.route }
            val states = own.associate { it.text("id") to it.text("state") }
            assertEquals("visited", states["truikinu-saltinis"])
            assertEquals(update.nextStop?.id, states.entries.single { it.value == "next" }.key)
            assertTrue(others.isNotEmpty() && others.all { it.text("state") == "ahead" })
        }
    }

    @Test
    fun `a recording is on the map, has its bounds and a sketch`() = library(folder).use { library ->
        val recorder = library.record()
        assertNull(library.boundsOf(recorder.number()))
        val fixes = ride(library.line(stones), 0..500)
        fixes.forEach(recorder::record)
        val bounds = checkNotNull(library.boundsOf(recorder.number()))
        assertEquals(fixes.minOf { it.lat }, bounds.south, 1e-6)
        assertEquals(fixes.maxOf { it.lon }, bounds.east, 1e-6)
        assertEquals(1, features(library.trackLayer(recorder.number())).size)
        assertEquals(3, library.sketchOf(recorder.number(), MapTheme.DARK, 320.0, 180.0).shapes.size)
        val way = Way.Track(recorder.number())
        val onTrack = library.setOut(way, false, Departure.CONTINUE, null).use { it.stopsLayer() }
        assertTrue(features(onTrack).isEmpty())
        recorder.close()
    }

    @Test
    fun `a recording has a profile where every fix has a height`() = library(folder).use { library ->
        library.record().use { recorder ->
            assertNull(library.profileOf(recorder.number(), 20u))
            val fixes = ride(library.line(stones), 0..500)
            fixes.forEachIndexed { number, fix -> recorder.record(fix.copy(altitudeM = number.toDouble())) }
            val profile = Heights(checkNotNull(library.profileOf(recorder.number(), 20u)))
            assertEquals(20, profile.size)
            assertEquals(listOf(0.0, fixes.lastIndex.toDouble()), listOf(profile.first(), profile.last()))
        }
    }

    @Test
    fun `a sketch of a route has its stops in the picture`() = library(folder).use { library ->
        library.bundle(BUNDLE).use { bundle ->
            val sketch = bundle.sketch(coast.route, MapTheme.LIGHT, 320.0, 180.0)
            val stops = sketch.shapes.takeLast(bundle.route(coast.route).stops.size)
            for (stop in stops) {
                assertTrue(stop.closed && stop.fill != null && stop.pieces == listOf(0u))
                val numbers = ByteBuffer.wrap(stop.points).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                for (at in 0 until numbers.limit() step 2) {
                    assertTrue(numbers[at] in 0f..320f && numbers[at + 1] in 0f..180f)
                }
            }
            assertTrue(sketch.shapes.any { it.dashed } && sketch.shapes.sumOf { it.points.size } in 1_000..60_000)
            assertThrows(RouteGuideException.Input::class.java) {
                bundle.sketch(coast.route, MapTheme.LIGHT, Double.NaN, 180.0)
            }
        }
    }

    @Test
    fun `what is near comes nearest first, of the categories asked for`() = library(folder, "lt").use { library ->
        val nida = Position(55.303, 21.005)
        val near = library.nearby(nida, null, 10u)
        assertEquals(near.sortedBy { it.distanceM }, near)
        assertEquals(10, near.size)
        val museums = library.nearby(nida, listOf(StopCategory.MUSEUM), 3u)
        assertTrue(museums.isNotEmpty())
        for (museum in museums) {
            assertEquals(StopCategory.MUSEUM, (museum.thing as FoundThing.Stop).category)
            assertEquals(distance(nida, museum.position), museum.distanceM, 0.005 * museum.distanceM + 1)
            assertTrue(museum.bearingDeg in 0.0..<360.0 && museum.kind == "Muziejus")
        }
        assertThrows(RouteGuideException.Input::class.java) { library.nearby(Position(Double.NaN, 0.0), null, 3u) }
    }

    @Test
    fun `how far something is and where is told of any two positions`() = library(folder).use { library ->
        val nida = Position(55.303, 21.005)
        for (near in library.nearby(nida, null, 10u)) {
            assertEquals(Away(near.distanceM, near.bearingDeg), away(nida, near.position))
        }
        assertThrows(RouteGuideException.Input::class.java) { away(nida, Position(Double.NaN, 21.0)) }
    }

    private fun features(geoJson: String): List<JsonObject> =
        Json.parseToJsonElement(geoJson).jsonObject.getValue("features").jsonArray.map { it.jsonObject }

    private fun JsonObject.text(property: String): String =
        getValue("properties").jsonObject.getValue(property).jsonPrimitive.content
}
