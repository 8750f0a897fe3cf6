package routeguide.app

import android.content.Context
import androidx.test.core.app.ApplicationProvider
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.Library
import java.io.File

@RunWith(RobolectricTestRunner::class)
class CoreTest {
    private val context: Context = ApplicationProvider.getApplicationContext()

    @Test
    fun the_bundle_among_the_assets_installs_into_a_library() {
        val bundle = File(context.cacheDir, "klaipedos-regionas.gpkg")
        context.assets.open(bundle.name).use { asset -> bundle.outputStream().use(asset::copyTo) }
        Library.open(File(context.filesDir, "library").path, "lt", NOON_MS).use { library ->
            library.install(bundle.path, null, emptyList(), NOON_MS)
            assertEquals(listOf("klaipedos-regionas"), library.bundles().map { it.manifest.id })
        }
    }

    @Test
    fun the_letters_of_the_map_are_among_the_assets() {
        assertTrue(context.assets.open("glyphs/Noto Sans Regular/0-255.pbf").use { it.read() } >= 0)
    }

    private companion object {
        const val NOON_MS = 1_795_608_000_000
    }
}
