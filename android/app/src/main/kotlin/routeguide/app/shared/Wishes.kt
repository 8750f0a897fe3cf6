/*
 * What a traveller wishes of the library on a screen that goes on showing what it shows, and why the last wish could not be
 * met: kept by the screen's model, said at the bottom of the screen.
 */
package routeguide.app.shared

import androidx.compose.material3.SnackbarDuration
import androidx.compose.material3.SnackbarHostState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import routeguide.Said
import routeguide.app.home.Answer
import routeguide.app.home.said

/** Wishes, met one by one as long as their screen's model lives. */
class Wishes(private val scope: CoroutineScope) {
    private val troubleNow = MutableStateFlow<Said?>(null)

    /** Why the last one could not be met. */
    val trouble: StateFlow<Said?> = troubleNow.asStateFlow()

    /** Makes a wish. */
    fun make(wish: suspend () -> Answer<*>) {
        scope.launch { troubleNow.value = wish().said }
    }

    /** The traveller has read what went wrong. */
    fun seen() {
        troubleNow.value = null
    }
}

/** Says what went wrong, until the traveller takes it away. */
@Composable
fun TroubleSaid(wishes: Wishes, notices: SnackbarHostState) {
    val said by wishes.trouble.collectAsStateWithLifecycle()
    LaunchedEffect(said) {
        val text = said?.text ?: return@LaunchedEffect
        notices.showSnackbar(text, withDismissAction = true, duration = SnackbarDuration.Indefinite)
        wishes.seen()
    }
}
