/*
 * The map on a phone: MapLibre Native behind [MapSurface], and the only file that names it.
 *
 * It draws what it is told. What a style looks like and what is in its layers is the core's.
 */
package routeguide.app.map

import android.content.Context
import android.graphics.PointF
import android.graphics.RectF
import android.os.Bundle
import android.view.View
import org.maplibre.android.MapLibre
import org.maplibre.android.camera.CameraPosition
import org.maplibre.android.camera.CameraUpdateFactory
import org.maplibre.android.geometry.LatLng
import org.maplibre.android.geometry.LatLngBounds
import org.maplibre.android.maps.MapLibreMap
import org.maplibre.android.maps.MapView
import org.maplibre.android.maps.Style
import org.maplibre.android.style.sources.GeoJsonSource
import org.maplibre.geojson.Feature
import routeguide.MapBounds
import routeguide.MapLayer

/** How far beside a thing a finger may be, in dp: half of the smallest target. */
private const val FINGER_DP = 24f

/** The share of the map's height that is left free below a followed traveller's place, so that more is seen ahead. */
private const val AHEAD_SHARE = 0.4

/** A map drawn by MapLibre Native. */
class MapLibreSurface(context: Context) : MapSurface {
    private val mapView: MapView
    private var map: MapLibreMap? = null
    private var style: Style? = null
    private val shown = mutableMapOf<MapLayer, String>()
    private var wantedStyle: String? = null
    private var wantedCamera: Camera? = null

    override val view: View get() = mapView
    override var onTap: (Tapped) -> Unit = {}
    override var onMoved: () -> Unit = {}

    init {
        // Loads the native library: before any other of its objects.
        MapLibre.getInstance(context)
        // It would ask the system about the network, which the app has no permission for.
        MapLibre.setConnected(false)
        mapView = MapView(context)
        mapView.onCreate(Bundle())
        mapView.getMapAsync(::prepare)
    }

    private fun prepare(map: MapLibreMap) {
        this.map = map
        map.uiSettings.apply {
            // The app names sources and licences itself, with links that work without a network.
            isAttributionEnabled = false
            isLogoEnabled = false
            isTiltGesturesEnabled = false
        }
        map.addOnMapClickListener { place -> tapped(map, map.projection.toScreenLocation(place)) }
        map.addOnCameraMoveStartedListener { reason ->
            if (reason == MapLibreMap.OnCameraMoveStartedListener.REASON_API_GESTURE) onMoved()
        }
        wantedStyle?.let(::draw)
        wantedCamera?.let(::look)
    }

    private fun tapped(map: MapLibreMap, point: PointF): Boolean {
        val finger = FINGER_DP * mapView.resources.displayMetrics.density
        val around = RectF(point.x - finger, point.y - finger, point.x + finger, point.y + finger)
        // Features come with the topmost first, and stops are drawn above lines.
        val thing = map.queryRenderedFeatures(around).firstNotNullOfOrNull(::thing) ?: return false
        onTap(thing)
        return true
    }

    private fun thing(feature: Feature): Tapped? {
        fun property(name: String) = if (feature.hasProperty(name)) feature.getStringProperty(name) else null
        val id = property("id") ?: return null
        val route = property("route")
        return when {
            route != null && property("category") != null -> Tapped.Stop(route, id)
            route != null -> Tapped.Route(route)
            property("kind") != null -> Tapped.Place(id)
            else -> null
        }
    }

    override fun draw(style: String) {
        wantedStyle = style
        map?.setStyle(Style.Builder().fromJson(style)) { drawn ->
            this.style = drawn
            shown.forEach { (layer, features) -> put(drawn, layer, features) }
        }
    }

    override fun show(layer: MapLayer, geoJson: String) {
        shown[layer] = geoJson
        style?.takeIf { it.isFullyLoaded }?.let { put(it, layer, geoJson) }
    }

    private fun put(style: Style, layer: MapLayer, geoJson: String) {
        style.getSourceAs<GeoJsonSource>(layer.sourceName)?.setGeoJson(geoJson)
    }

    override fun look(camera: Camera) {
        wantedCamera = camera
        val map = map ?: return
        when (camera) {
            is Camera.Whole -> {
                val margin = (FINGER_DP * 2 * mapView.resources.displayMetrics.density).toInt()
                map.moveCamera(CameraUpdateFactory.newLatLngBounds(bounds(camera.bounds), margin))
            }
            is Camera.At -> map.moveCamera(
                CameraUpdateFactory.newLatLngZoom(LatLng(camera.place.lat, camera.place.lon), camera.zoom),
            )
            is Camera.Following -> map.easeCamera(
                CameraUpdateFactory.newCameraPosition(
                    CameraPosition.Builder()
                        .target(LatLng(camera.place.lat, camera.place.lon))
                        .bearing(camera.bearingDeg)
                        .zoom(camera.zoom)
                        .padding(0.0, mapView.height * AHEAD_SHARE, 0.0, 0.0)
                        .build(),
                ),
            )
        }
    }

    private fun bounds(bounds: MapBounds) =
        LatLngBounds.from(bounds.north, bounds.east, bounds.south, bounds.west)

    override fun onStart() {
        mapView.onStart()
        mapView.onResume()
    }

    override fun onStop() {
        mapView.onPause()
        mapView.onStop()
    }

    override fun onLowMemory() = mapView.onLowMemory()

    override fun onDestroy() = mapView.onDestroy()
}
