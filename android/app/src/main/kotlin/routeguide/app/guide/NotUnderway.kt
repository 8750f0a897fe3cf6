/*
 * The guide's screen without a ride: one that was interrupted can go on or end; without any there is a way back.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.Said
import routeguide.Underway
import routeguide.app.R
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing

/** The guide while nobody is guided. */
@Composable
fun NotUnderway(model: GuideModel, back: () -> Unit, end: () -> Unit) {
    val unended by model.unended.collectAsStateWithLifecycle()
    ScreenFrame(stringResource(R.string.guide), back) { padding ->
        Showing(model.interrupted, Modifier.padding(padding)) { underway ->
            if (underway == null) Nothing(padding, back) else Interrupted(underway, unended, padding, end)
        }
    }
}

@Composable
private fun Nothing(padding: PaddingValues, back: () -> Unit) = Centred(padding) {
    Text(
        stringResource(R.string.guide_nothing),
        style = MaterialTheme.typography.titleMedium,
        textAlign = TextAlign.Center,
    )
    Button(back, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(stringResource(R.string.back)) }
}

@Composable
private fun Interrupted(underway: Underway, unended: Said?, padding: PaddingValues, end: () -> Unit) {
    val goOn = rememberGoingOn()
    Centred(padding) {
        Icon(painterResource(R.drawable.ic_guide), null, Modifier.size(48.dp), MaterialTheme.colorScheme.primary)
        Text(
            underway.name,
            Modifier.semantics { heading() },
            style = MaterialTheme.typography.headlineSmall,
            textAlign = TextAlign.Center,
        )
        Text(
            stringResource(R.string.guide_interrupted),
            style = MaterialTheme.typography.bodyLarge,
            textAlign = TextAlign.Center,
        )
        if (unended != null) {
            Text(unended.text, color = MaterialTheme.colorScheme.error, style = MaterialTheme.typography.titleMedium)
        }
        Button(goOn, Modifier.fillMaxWidth().heightIn(min = 64.dp)) {
            Text(stringResource(R.string.resume), style = MaterialTheme.typography.titleMedium)
        }
        OutlinedButton(end, Modifier.fillMaxWidth().heightIn(min = 64.dp)) {
            Text(stringResource(R.string.stop), style = MaterialTheme.typography.titleMedium)
        }
    }
}

@Composable
private fun Centred(padding: PaddingValues, content: @Composable () -> Unit) = Column(
    Modifier.padding(padding).fillMaxSize().verticalScroll(rememberScrollState()).padding(24.dp),
    Arrangement.spacedBy(16.dp, Alignment.CenterVertically),
    Alignment.CenterHorizontally,
) { content() }
