/*
 * The guide's screen without a ride: one that was interrupted can go on or end; without any there is a way back.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
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
import routeguide.app.home.Answer
import routeguide.app.home.value
import routeguide.app.shared.Action
import routeguide.app.shared.BottomActions
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing

/** The guide while nobody is guided. */
@Composable
fun NotUnderway(model: GuideModel, back: () -> Unit, toRoutes: () -> Unit, end: () -> Unit) {
    val unended by model.unended.collectAsStateWithLifecycle()
    val interrupted by model.interrupted.collectAsStateWithLifecycle()
    val goOn = rememberGoingOn()
    ScreenFrame(
        stringResource(R.string.guide),
        back,
        bottom = {
            when {
                interrupted?.value != null -> BottomActions {
                    Action(R.drawable.ic_stop, stringResource(R.string.stop), isMain = false, end)
                    Action(R.drawable.ic_play, stringResource(R.string.resume), onClick = goOn)
                }
                interrupted is Answer.Given -> BottomActions {
                    Action(R.drawable.ic_route, stringResource(R.string.routes), onClick = toRoutes)
                }
            }
        },
    ) { padding ->
        Showing(model.interrupted, Modifier.padding(padding)) { underway ->
            if (underway == null) Nothing(padding) else Interrupted(underway, unended, padding)
        }
    }
}

@Composable
private fun Nothing(padding: PaddingValues) = Centred(padding) {
    GuideIcon()
    Text(
        stringResource(R.string.guide_nothing),
        style = MaterialTheme.typography.titleMedium,
        textAlign = TextAlign.Center,
    )
}

@Composable
private fun Interrupted(underway: Underway, unended: Said?, padding: PaddingValues) {
    Centred(padding) {
        GuideIcon()
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
            Text(
                unended.text,
                color = MaterialTheme.colorScheme.error,
                style = MaterialTheme.typography.titleMedium,
                textAlign = TextAlign.Center,
            )
        }
    }
}

@Composable
private fun GuideIcon() =
    Icon(painterResource(R.drawable.ic_guide), null, Modifier.size(48.dp), MaterialTheme.colorScheme.primary)

@Composable
private fun Centred(padding: PaddingValues, content: @Composable () -> Unit) = Column(
    Modifier.padding(padding).fillMaxSize().verticalScroll(rememberScrollState()).padding(24.dp),
    Arrangement.spacedBy(16.dp, Alignment.CenterVertically),
    Alignment.CenterHorizontally,
) { content() }
