/*
 * Help: the number to call, large, and where the traveller is, to be read aloud.
 *
 * Everything here must do something without a network, without a position, and without leave to know it.
 */
package routeguide.app.emergency

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalResources
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.LifecycleStartEffect
import androidx.lifecycle.viewmodel.compose.viewModel
import kotlinx.coroutines.launch
import routeguide.app.R
import routeguide.app.parts
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing
import routeguide.app.shared.isWide
import routeguide.app.whereabouts.Whereabouts

/** The emergency screen. */
@Composable
fun EmergencyScreen(onBack: () -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { EmergencyModel(parts.home, Whereabouts(parts.doors.glances)) }
    // Who opens this screen asks to be found: no further question where it is allowed already.
    LifecycleStartEffect(model) {
        model.whereabouts.start()
        onStopOrDispose { model.whereabouts.stop() }
    }
    val notices = remember { SnackbarHostState() }
    val say = rememberSay(notices)
    val isWide = isWide()
    ScreenFrame(
        stringResource(R.string.emergency_title),
        onBack,
        notices,
        bottom = { if (!isWide) CallBar(model, say) },
    ) { padding ->
        if (isWide) {
            Row(Modifier.padding(padding).padding(16.dp), Arrangement.spacedBy(24.dp)) {
                Part(Modifier.weight(1f)) {
                    Calls(model, say)
                    Advice()
                }
                Part(Modifier.weight(1f)) { Place(model, say) }
            }
        } else {
            Part(Modifier.padding(padding).padding(horizontal = 16.dp)) {
                Place(model, say)
                Advice()
            }
        }
    }
}

@Composable
private fun Part(modifier: Modifier, content: @Composable () -> Unit) {
    Column(modifier.verticalScroll(rememberScrollState()).padding(bottom = 16.dp), Arrangement.spacedBy(16.dp)) {
        content()
    }
}

@Composable
private fun CallBar(model: EmergencyModel, say: (Int) -> Unit) = Surface(shadowElevation = 8.dp) {
    Column(Modifier.fillMaxWidth().padding(16.dp)) { Calls(model, say) }
}

@Composable
private fun Calls(model: EmergencyModel, say: (Int) -> Unit) = Showing(model.numbers, Modifier) { numbers ->
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) { numbers.forEach { CallButton(it, say) } }
}

@Composable
private fun Advice() = Text(
    stringResource(R.string.emergency_advice),
    color = MaterialTheme.colorScheme.onSurfaceVariant,
    style = MaterialTheme.typography.bodyLarge,
)

@Composable
private fun rememberSay(notices: SnackbarHostState): (Int) -> Unit {
    val scope = rememberCoroutineScope()
    val resources = LocalResources.current
    return { text -> scope.launch { notices.showSnackbar(resources.getString(text)) } }
}
