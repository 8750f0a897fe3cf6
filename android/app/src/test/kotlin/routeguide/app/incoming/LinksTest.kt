package routeguide.app.incoming

import android.content.Intent
import android.net.Uri
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import routeguide.app.kit.BUNDLE
import routeguide.app.kit.viewing
import routeguide.app.navigation.Screen

@RunWith(RobolectricTestRunner::class)
class LinksTest {
    @Test
    fun a_link_on_a_sign_leads_to_its_route_or_stop() {
        assertEquals(Screen.Route(BUNDLE, "malonus-nuovargiai"), screen("routeguide:$BUNDLE/malonus-nuovargiai"))
        assertEquals(Screen.Stop(BUNDLE, "a", "nida"), screen("routeguide:$BUNDLE/a/nida"))
    }

    @Test
    fun links_of_strangers_lead_nowhere() {
        val hostile = listOf(
            "routeguide:", "routeguide:a", "routeguide:a/b/c/d", "routeguide:a//c", "routeguide:../../x",
            "routeguide:a/%2e%2e%2fx", "routeguide:a/${"b".repeat(100_000)}", "routeguide://a/b", "routeguide:a/b?c=d",
            "routeguide:a/b%00", "routeguide:a/<script>",
        )
        for (link in hostile) assertEquals(link.take(60), Offered.BadLink, offered(viewing(Uri.parse(link))))
    }

    @Test
    fun paths_and_other_addresses_are_no_files() {
        val none = Offered.Files(emptyList())
        val addresses = listOf("file:///data/data/routeguide.app/files/x", "http://a.b/c.gpx", "android.resource://a/1")
        for (address in addresses) assertEquals(none, offered(viewing(Uri.parse(address))))
        assertEquals(none, offered(Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, "text")))
        assertEquals(none, offered(Intent(Intent.ACTION_SEND_MULTIPLE)))
    }

    @Test
    fun names_of_files_keep_nothing_that_leads_elsewhere() {
        assertEquals("ride.gpx", shown("/sdcard/../../ride.gpx"))
        assertEquals("ride.gpx", shown("C:\\rides\\ride.gpx"))
        assertEquals("file", shown(null))
        assertEquals("file", shown("..."))
        assertEquals("a-b-c.gpx", shown("a\u202eb\u0000c.gpx"))
        assertEquals(64, shown("ė".repeat(10_000) + ".gpx").length)
    }

    private fun screen(link: String) = (offered(viewing(Uri.parse(link))) as Offered.Link).screen

    private fun offered(intent: Intent) = RuntimeEnvironment.getApplication().offered(intent)
}
