/*
 * What texts rest on: facts with who says so, what nobody has checked yet.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.Fact
import routeguide.app.R

/** Facts, those of one source together. */
@Composable
fun Facts(facts: List<Fact>) {
    Small(stringResource(R.string.facts_noted))
    for ((source, said) in facts.groupBy { it.source }) {
        SelectionContainer {
            Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
                for (fact in said) Text("• ${fact.text}")
                if (source != null) Source(stringResource(R.string.source_line, source))
            }
        }
    }
}

/** A source; its addresses can be tapped. */
@Composable
fun Source(text: String) = Text(
    linked(text),
    color = MaterialTheme.colorScheme.onSurfaceVariant,
    style = MaterialTheme.typography.bodyMedium,
)

/** A remark. */
@Composable
fun Small(text: String) =
    Text(text, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)

/** What nobody has checked yet; nothing where all of it is. */
@Composable
fun Unverified(marks: List<String>) {
    if (marks.isEmpty()) return
    val named = marks.map { mark -> stringResource(unverified[mark] ?: R.string.unverified_former_name) }
    IconLine(R.drawable.ic_info, stringResource(R.string.unverified_line, named.joinToString(", ")))
}

// As core's model names what can be unverified; there the former names of each language are marked as well.
private val unverified = mapOf(
    "position" to R.string.unverified_position,
    "name.lt" to R.string.unverified_name_lt,
    "name.en" to R.string.unverified_name_en,
    "name.de" to R.string.unverified_name_de,
    "stages" to R.string.unverified_stages,
    "modes" to R.string.unverified_modes,
    "phone" to R.string.unverified_phone,
    "use" to R.string.unverified_use,
)
