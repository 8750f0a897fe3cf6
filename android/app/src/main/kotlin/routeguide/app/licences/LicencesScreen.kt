/*
 * From whom the app is: the data of its bundles, the parts that others made, the letters of its maps, and the terms of all.
 */
package routeguide.app.licences

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import routeguide.BundleManifest
import routeguide.app.R
import routeguide.app.home.value
import routeguide.app.parts
import routeguide.app.shared.Credit
import routeguide.app.shared.Heading
import routeguide.app.shared.ScreenFrame

private class Read(val parts: List<Part>, val terms: List<String>, val letters: List<String>)

/** From whom the app is. */
@Composable
fun LicencesScreen(onBack: () -> Unit) {
    val context = LocalContext.current
    val bundles by produceState(emptyList<BundleManifest>()) {
        value = context.parts.home.ask { library -> library.bundles().map { it.manifest } }.value.orEmpty()
    }
    val read by produceState<Read?>(null) {
        value = withContext(Dispatchers.IO) { Read(context.madeByOthers(), context.terms(), context.termsOfLetters()) }
    }
    ScreenFrame(stringResource(R.string.licences), onBack) { padding ->
        LazyColumn(Modifier.padding(padding), contentPadding = PaddingValues(16.dp)) {
            for (bundle in bundles) {
                heading(bundle.name)
                items(bundle.attributions) { Credit(it) }
            }
            read?.let { read ->
                heading(R.string.licences_parts)
                items(read.parts) { Made(it) }
                heading(R.string.licences_letters)
                terms(read.letters)
                heading(R.string.licences_terms)
                terms(read.terms)
            }
        }
    }
}

private fun LazyListScope.heading(text: Int) = item { Heading(stringResource(text), Modifier.padding(vertical = 8.dp)) }

@Composable
private fun Made(part: Part) = Column(Modifier.padding(vertical = 6.dp)) {
    Text(part.name)
    Text(part.terms, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
}

private fun LazyListScope.heading(text: String) = item { Heading(text, Modifier.padding(vertical = 8.dp)) }

private fun LazyListScope.terms(paragraphs: List<String>) = items(paragraphs) {
    SelectionContainer { Text(it, Modifier.padding(bottom = 8.dp), style = MaterialTheme.typography.bodySmall) }
}
