/*
 * What a screen shows of the library: asked for when it comes to light, and again whenever the library changes.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.lifecycle.ViewModel
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.SharingStarted
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.mapLatest
import kotlinx.coroutines.flow.stateIn
import routeguide.app.home.Answer
import routeguide.app.home.Home

/** Long enough for a turn of the phone. */
private const val LINGER_MS = 5_000L

/** Nobody needs a wheel for what is there before they see it. */
private const val PATIENCE_MS = 300L

/** The answer to a question, asked again whenever the library changes; nothing until the first is there. */
@OptIn(ExperimentalCoroutinesApi::class)
fun <T> ViewModel.following(home: Home, question: suspend Home.() -> Answer<T>): StateFlow<Answer<T>?> =
    home.changes.mapLatest { home.question() }
        .stateIn(viewModelScope, SharingStarted.WhileSubscribed(LINGER_MS), null)

/** Shows an answer: what is asked for, why there is none, or that it takes a while. */
@Composable
fun <T> Showing(answer: StateFlow<Answer<T>?>, modifier: Modifier = Modifier, content: @Composable (T) -> Unit) {
    val now by answer.collectAsStateWithLifecycle()
    when (val shown = now) {
        null -> Waiting(modifier)
        is Answer.Given -> content(shown.value)
        is Answer.Refused -> Problem(shown.said, modifier)
    }
}

@Composable
private fun Waiting(modifier: Modifier) {
    var isLong by remember { mutableStateOf(false) }
    LaunchedEffect(Unit) {
        delay(PATIENCE_MS)
        isLong = true
    }
    Box(modifier.fillMaxSize(), Alignment.Center) { if (isLong) CircularProgressIndicator() }
}
