/*
 * The bundle that comes with the app: put where the core can read it, once for each version of the app.
 *
 * Whether it is newer than the one that is there is for the core to say.
 */
package routeguide.app.home

import android.content.Context
import java.io.File

private const val ASSET = "klaipedos-regionas.gpkg"

/** The bundle among the app's assets. */
class ShippedBundle(private val context: Context) {
    // Changes with every installation of the app, also with one of the same version from a developer's desk.
    private val version: String
        get() = context.packageManager.getPackageInfo(context.packageName, 0).lastUpdateTime.toString()
    private val mark = File(context.noBackupFilesDir, "shipped-bundle")

    /** Has it installed, unless this version of the app did so already. A failure is told and tried again at next start. */
    fun installOnce(install: (path: String) -> Unit) {
        if (mark.isFile && mark.readText() == version) return
        val copy = File(context.cacheDir, ASSET)
        try {
            context.assets.open(ASSET).use { asset -> copy.outputStream().use(asset::copyTo) }
            install(copy.path)
            mark.writeText(version)
        } finally {
            copy.delete()
        }
    }
}
