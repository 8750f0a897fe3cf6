/*
 * One thing that was found: what it is called, what it is, how far away, and why it was found where its name does not say.
 */
package routeguide.app.search

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.material3.Icon
import androidx.compose.material3.ListItem
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.dp
import routeguide.Found
import routeguide.Matched
import routeguide.app.R
import routeguide.app.shared.LocalWords
import routeguide.app.shared.icon

/** A line of what was found. */
@Composable
fun FindingRow(finding: Finding, onClick: () -> Unit) {
    val found = finding.found
    val distance = found.distanceM?.let { LocalWords.current.distance(it) }
    ListItem(
        headlineContent = { Text(found.name) },
        supportingContent = {
            Column(verticalArrangement = Arrangement.spacedBy(2.dp)) {
                Text(listOfNotNull(found.kind, distance).joinToString(" · "))
                why(found)?.let { Text(it) }
                if (found.corrected) Corrected()
            }
        },
        leadingContent = { Icon(painterResource(found.thing.icon), null) },
        modifier = Modifier.clickable(role = Role.Button, onClick = onClick),
    )
}

@Composable
private fun Corrected() = Text(
    stringResource(R.string.search_corrected),
    color = MaterialTheme.colorScheme.tertiary,
    style = MaterialTheme.typography.bodySmall,
)

@Composable
private fun why(found: Found): AnnotatedString? = when (val matched = found.matched) {
    is Matched.Name -> if (matched.name == found.name) null else alsoCalled(matched.name)
    is Matched.AlternativeName -> alsoCalled(matched.name)
    // It stands in the line above already.
    Matched.Kind -> null
    is Matched.InText -> quote(matched)
}

@Composable
private fun alsoCalled(name: String) = AnnotatedString(stringResource(R.string.search_also_called, name))

private fun quote(matched: Matched.InText) = buildAnnotatedString {
    withStyle(SpanStyle(fontStyle = FontStyle.Italic)) {
        append(matched.before)
        withStyle(SpanStyle(fontWeight = FontWeight.Bold)) { append(matched.word) }
        append(matched.after)
    }
}
