/*
 * One bundle: what it is, who answers for it, from whom its parts are; and the way to take it away.
 */
package routeguide.app.bundles

import android.text.format.Formatter
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.ElevatedCard
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.InstalledBundle
import routeguide.app.R
import routeguide.app.shared.Closed
import routeguide.app.shared.Credit
import routeguide.app.shared.Heading

/** A bundle. */
@Composable
fun BundleCard(bundle: InstalledBundle, isNeeded: Boolean, onRemove: () -> Unit) {
    val manifest = bundle.manifest
    val size = Formatter.formatShortFileSize(LocalContext.current, bundle.bytes.toLong())
    var isAsking by rememberSaveable { mutableStateOf(false) }
    ElevatedCard {
        Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
            Heading(manifest.name)
            Text(manifest.summary)
            Fact(stringResource(R.string.bundles_version, manifest.version.toString(), manifest.published, size))
            Fact(stringResource(R.string.bundles_publisher, manifest.publisher))
            Fact(stringResource(if (bundle.signed) R.string.bundles_signed else R.string.bundles_unsigned))
            Fact(stringResource(R.string.bundles_licence, manifest.licence))
            if (manifest.attributions.isNotEmpty()) {
                Closed(stringResource(R.string.bundles_credits)) { manifest.attributions.forEach { Credit(it) } }
            }
            OutlinedButton({ isAsking = true }, enabled = !isNeeded) {
                Icon(painterResource(R.drawable.ic_delete), null, Modifier.padding(end = 8.dp))
                Text(stringResource(R.string.bundles_remove))
            }
            if (isNeeded) Text(stringResource(R.string.bundles_needed))
        }
    }
    if (isAsking) {
        RemoveDialog(manifest.name, { isAsking = false }) {
            isAsking = false
            onRemove()
        }
    }
}

@Composable
private fun Fact(text: String) =
    Text(text, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)

@Composable
private fun RemoveDialog(name: String, onNo: () -> Unit, onYes: () -> Unit) = AlertDialog(
    onDismissRequest = onNo,
    title = { Text(stringResource(R.string.bundles_remove_title)) },
    text = { Text(stringResource(R.string.bundles_remove_text, name)) },
    confirmButton = { TextButton(onYes) { Text(stringResource(R.string.bundles_remove)) } },
    dismissButton = { TextButton(onNo) { Text(stringResource(R.string.leave)) } },
)
