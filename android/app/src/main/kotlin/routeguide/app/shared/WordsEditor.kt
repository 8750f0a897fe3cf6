/*
 * Words that the traveller writes, in the place where they will stand: a dialog would leave no room beside the keyboard.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.Button
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.app.R

/** A field for words, at most [most] letters of them, and what ends the writing; none are an answer if they [mayBeNone]. */
@Composable
fun WordsEditor(
    label: String,
    before: String,
    most: Int,
    lines: Int,
    mayBeNone: Boolean,
    onCancel: () -> Unit,
    modifier: Modifier = Modifier,
    onSave: (String) -> Unit,
) {
    var words by rememberSaveable { mutableStateOf(before) }
    Column(modifier, Arrangement.spacedBy(8.dp)) {
        OutlinedTextField(
            words,
            { words = it.take(most) },
            Modifier.fillMaxWidth(),
            label = { Text(label) },
            singleLine = lines == 1,
            minLines = lines,
        )
        FlowRow(Modifier.align(Alignment.End), Arrangement.spacedBy(8.dp)) {
            TextButton(onCancel, Modifier.heightIn(min = 48.dp)) { Text(stringResource(R.string.cancel)) }
            val isAnswer = mayBeNone || words.isNotBlank()
            Button({ onSave(words.trim()) }, Modifier.heightIn(min = 48.dp), isAnswer) {
                Text(stringResource(R.string.save))
            }
        }
    }
}
