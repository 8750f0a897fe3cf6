/*
 * A map in tests: keeps what it was told, and where pictures are taken has MapLibre Native draw it outside of the process
 * (android/check/draw_map.py), as the phone's own library does not run here.
 */
package routeguide.app.kit

import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Canvas
import android.graphics.Color
import android.view.View
import org.json.JSONArray
import org.json.JSONObject
import routeguide.MapLayer
import routeguide.app.map.Camera
import routeguide.app.map.MapSurface
import routeguide.app.map.Tapped
import routeguide.app.map.sourceName

/** A map that is drawn once it is looked at. */
class DrawnMap(context: Context) : MapSurface {
    var style: String? = null
        private set
    var camera: Camera? = null
        private set
    val live: MutableMap<MapLayer, String> = mutableMapOf()
    var isStarted: Boolean = false
        private set
    var isDestroyed: Boolean = false
        private set

    override var onTap: (Tapped) -> Unit = {}
    override var onMoved: () -> Unit = {}

    override val view: View = object : View(context) {
        override fun onDraw(canvas: Canvas) {
            canvas.drawColor(Color.LTGRAY)
            picture(width, height)?.let { canvas.drawBitmap(it, 0f, 0f, null) }
        }
    }

    init {
        maps += this
    }

    override fun draw(style: String) = anew { this.style = style }

    override fun show(layer: MapLayer, geoJson: String) = anew { live[layer] = geoJson }

    override fun look(camera: Camera) = anew { this.camera = camera }

    private fun anew(change: () -> Unit) {
        change()
        view.invalidate()
    }

    override fun onStart() {
        isStarted = true
    }

    override fun onStop() {
        isStarted = false
    }

    override fun onLowMemory(): Unit = Unit

    override fun onDestroy() {
        isDestroyed = true
    }

    private fun picture(width: Int, height: Int): Bitmap? {
        val (style, camera) = (style ?: return null) to (camera ?: return null)
        val density = view.resources.displayMetrics.density
        val order = JSONObject()
            .put("style", withLive(style))
            .put("width", (width / density).toInt())
            .put("height", (height / density).toInt())
            .put("ratio", density.toDouble())
            .put("camera", json(camera))
        val png = MapLibreDesk.draw(order.toString()) ?: return null
        return BitmapFactory.decodeByteArray(png, 0, png.size)
    }

    private fun withLive(style: String) = JSONObject(style).apply {
        val sources = getJSONObject("sources")
        for ((layer, features) in live) sources.optJSONObject(layer.sourceName)?.put("data", JSONObject(features))
    }

    private fun json(camera: Camera): JSONObject = when (camera) {
        is Camera.Whole -> JSONObject().put(
            "bounds",
            JSONArray(listOf(camera.bounds.west, camera.bounds.south, camera.bounds.east, camera.bounds.north)),
        )
        is Camera.At -> JSONObject().put("lat", camera.place.lat).put("lon", camera.place.lon).put("zoom", camera.zoom)
        is Camera.Following -> JSONObject().put("lat", camera.place.lat).put("lon", camera.place.lon)
            .put("zoom", camera.zoom).put("bearing", camera.bearingDeg)
    }

    companion object {
        /** The maps that a test has seen, oldest first. */
        val maps: MutableList<DrawnMap> = mutableListOf()
    }
}
