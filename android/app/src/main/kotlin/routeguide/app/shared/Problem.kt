/*
 * Something went wrong: in the words of the core, with what the traveller can do about it.
 */
package routeguide.app.shared

import android.content.ClipData
import android.content.ClipboardManager
import android.content.Context
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import routeguide.Said
import routeguide.app.R
import routeguide.app.phoneService

/** A problem in place of what was to be shown. */
@Composable
fun Problem(said: Said, modifier: Modifier = Modifier, onAgain: (() -> Unit)? = null) {
    val context = LocalContext.current
    Column(
        modifier.fillMaxSize().verticalScroll(rememberScrollState()).padding(24.dp),
        Arrangement.spacedBy(16.dp, Alignment.CenterVertically),
        Alignment.CenterHorizontally,
    ) {
        Icon(painterResource(R.drawable.ic_warning), null, Modifier.size(48.dp), MaterialTheme.colorScheme.error)
        Text(
            said.text,
            Modifier.semantics { liveRegion = LiveRegionMode.Assertive },
            style = MaterialTheme.typography.titleMedium,
            textAlign = TextAlign.Center,
        )
        if (onAgain != null) Button(onAgain) { Text(stringResource(R.string.try_again)) }
        TextButton({ context.copy(said.report) }) {
            Text(stringResource(R.string.copy_report), textAlign = TextAlign.Center)
        }
    }
}

/** What support needs to know: leaves the phone only if the traveller pastes it somewhere. */
val Said.report: String get() = "$code\n$text\n$detail"

/** Puts a text where the traveller can paste it from. */
fun Context.copy(text: String) =
    phoneService<ClipboardManager>().setPrimaryClip(ClipData.newPlainText(null, text))
