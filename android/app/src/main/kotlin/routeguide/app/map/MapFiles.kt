/*
 * The layers of bundles as files, where MapLibre reads them: written once for each version of a bundle .
 *
 * What is in them is the core's.
 */
package routeguide.app.map

import android.content.Context
import routeguide.MapLayer
import routeguide.MapLayerSource
import routeguide.RouteBundle
import routeguide.app.home.Answer
import routeguide.app.home.Home
import java.io.File

/** Layers that come with the traveller's journey rather than with a bundle; empty until something is shown in them. */
private val live = listOf(MapLayer.TRACK, MapLayer.HERE)

private const val EMPTY = """{"type":"FeatureCollection","features":[]}"""

/** The map's files. */
class MapFiles(context: Context, private val home: Home) {
    // May be cleared by the system at any time: what is missing is written again.
    private val folder = File(context.cacheDir, "map")

    /** Where the layers of a bundle are. */
    suspend fun sources(bundle: String): Answer<List<MapLayerSource>> = home.askBundle(bundle) { opened ->
        val files = File(folder, "$bundle-${opened.manifest().version}")
        if (!isWhole(files)) write(files, opened, bundle)
        written(files).map { MapLayerSource(it, "file://${layer(files, it).path}") }
    }

    private fun write(files: File, bundle: RouteBundle, id: String) {
        folder.listFiles { _, name -> name.startsWith("$id-") }?.forEach { it.deleteRecursively() }
        files.mkdirs()
        val layers = bundle.mapLayers()
        for (file in layers) layer(files, file.layer).writeText(file.geoJson)
        for (layer in live) layer(files, layer).writeText(EMPTY)
        list(files).writeText((layers.map { it.layer } + live).joinToString("\n"))
    }

    private fun isWhole(files: File) = list(files).exists() && written(files).all { layer(files, it).exists() }

    private fun written(files: File) = list(files).readLines().map(MapLayer::valueOf)

    // Written last.
    private fun list(files: File) = File(files, "layers")

    private fun layer(files: File, layer: MapLayer) = File(files, "${layer.sourceName}.geojson")
}

/** What the layer's source is called in the style. */
val MapLayer.sourceName: String get() = name.lowercase().replace('_', '-')
