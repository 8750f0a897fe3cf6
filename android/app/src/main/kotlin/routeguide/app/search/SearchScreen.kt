/*
 * Search: a field that is ready to be typed into, and below it what is found, in groups.
 */
package routeguide.app.search

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.app.R
import routeguide.app.home.Answer
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.ListHeading
import routeguide.app.shared.Problem
import routeguide.app.shared.ScreenFrame
import routeguide.app.whereabouts.Whereabouts

/** The search screen. */
@Composable
fun SearchScreen(open: (Screen) -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { SearchModel(parts.home, Whereabouts(parts.doors.glances)) }
    var text by rememberSaveable { mutableStateOf("") }
    LaunchedEffect(text) { model.type(text) }
    ScreenFrame(stringResource(R.string.search)) { padding ->
        Column(Modifier.padding(padding)) {
            SearchField(text) { text = it }
            val shown by model.shown.collectAsStateWithLifecycle()
            when (val answer = shown) {
                null -> SearchHint()
                is Answer.Refused -> Problem(answer.said)
                is Answer.Given -> FindingsList(answer.value, open)
            }
        }
    }
}

@Composable
private fun FindingsList(findings: Findings, open: (Screen) -> Unit) =
    LazyColumn {
        item { Count(findings) }
        if (findings.size == 0) item { Text(stringResource(R.string.search_advice), Modifier.padding(16.dp)) }
        for ((group, found) in findings.groups) group(group, found, open)
    }

// The only line that changes by itself: it is read aloud.
@Composable
private fun Count(findings: Findings) = Text(
    if (findings.size == 0) {
        stringResource(R.string.search_nothing, findings.text.trim())
    } else {
        pluralStringResource(R.plurals.search_found, findings.size, findings.size)
    },
    Modifier.padding(horizontal = 16.dp, vertical = 8.dp).semantics { liveRegion = LiveRegionMode.Polite },
    style = MaterialTheme.typography.titleMedium,
)

private fun LazyListScope.group(group: Group, found: List<Finding>, open: (Screen) -> Unit) {
    item(group) { ListHeading(stringResource(group.label)) }
    items(found) { finding -> FindingRow(finding) { open(finding.screen) } }
}

private val Group.label: Int
    get() = when (this) {
        Group.ROUTES -> R.string.routes
        Group.STAGES -> R.string.search_stages
        Group.STOPS -> R.string.search_stops
        Group.PLACES -> R.string.search_places
    }
