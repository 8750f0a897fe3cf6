/*
 * From whom a part of a bundle is, under which terms, and where to read more.
 */
package routeguide.app.shared

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.graphics.RectangleShape
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.unit.dp
import routeguide.Attribution

/** A credit. */
@Composable
fun Credit(attribution: Attribution) {
    val context = LocalContext.current
    Column {
        Text(attribution.what, style = MaterialTheme.typography.titleSmall)
        SelectionContainer { Text("${attribution.text} · ${attribution.licence}") }
        attribution.url?.let { url ->
            // With round corners, a long address would lose its first letters.
            TextButton(
                { context.browse(url) },
                shape = RectangleShape,
                contentPadding = PaddingValues(0.dp),
            ) { Text(url) }
        }
    }
}

// The app itself has no network; without a browser the address can still be read.
private fun Context.browse(url: String) {
    val address = Uri.parse(url)
    if (address.scheme.orEmpty() !in setOf("https", "http")) return
    try {
        startActivity(Intent(Intent.ACTION_VIEW, address))
    } catch (_: ActivityNotFoundException) {
        copy(url)
    }
}
