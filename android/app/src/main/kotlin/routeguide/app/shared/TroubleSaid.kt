/*
 * Why a wish could not be met, said once at the bottom of a screen that goes on showing what it showed.
 */
package routeguide.app.shared

import androidx.compose.material3.SnackbarDuration
import androidx.compose.material3.SnackbarHostState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import kotlinx.coroutines.flow.StateFlow
import routeguide.Said

/** Says what went wrong, until the traveller takes it away. */
@Composable
fun TroubleSaid(trouble: StateFlow<Said?>, notices: SnackbarHostState, onSeen: () -> Unit) {
    val said by trouble.collectAsStateWithLifecycle()
    LaunchedEffect(said) {
        val text = said?.text ?: return@LaunchedEffect
        notices.showSnackbar(text, withDismissAction = true, duration = SnackbarDuration.Indefinite)
        onSeen()
    }
}
