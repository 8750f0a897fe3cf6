/*
 * What other apps and links hand in: files to bring in, links to show. All of it is hostile until the core has read it.
 */
package routeguide.app.incoming

import android.content.Intent
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.ui.platform.LocalContext
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import kotlinx.coroutines.flow.MutableStateFlow
import routeguide.app.navigation.Screen
import routeguide.app.parts

/** Takes what was handed in, once, and opens what it leads to. */
@Composable
fun HandedIn(handedIn: MutableStateFlow<Intent?>, open: (Screen) -> Unit) {
    val context = LocalContext.current
    val parts = context.parts
    val arrivals = viewModel { Arrivals(parts.home, parts.copies) }
    val intent by handedIn.collectAsStateWithLifecycle()
    LaunchedEffect(intent) {
        val taken = intent ?: return@LaunchedEffect
        handedIn.value = null
        when (val offered = context.offered(taken)) {
            is Offered.Files -> arrivals.take(offered.addresses)
            is Offered.Link -> open(offered.screen)
            Offered.BadLink -> arrivals.refuseLink()
            Offered.Start -> Unit
        }
    }
    ArrivalsShown(arrivals, open)
}
