/*
 * What other apps and links hand in: files to bring in, links to show. All of it is hostile until the core has read it.
 */
package routeguide.app.incoming

import android.content.Intent
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import kotlinx.coroutines.flow.MutableStateFlow
import routeguide.app.MainActivity
import routeguide.app.navigation.Screen

/** Takes what was handed in, once, and opens what it leads to. */
@Composable
fun HandedIn(handedIn: MutableStateFlow<Intent?>, open: (Screen) -> Unit) {
    val intent by handedIn.collectAsStateWithLifecycle()
    LaunchedEffect(intent) {
        val taken = intent ?: return@LaunchedEffect
        handedIn.value = null
        if (taken.action == MainActivity.GUIDE) open(Screen.Guide)
    }
}
