/*
 * The field that is searched from: the keyboard is there at once, and one touch empties it.
 */
package routeguide.app.search

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.platform.LocalSoftwareKeyboardController
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.unit.dp
import routeguide.app.R

/** The field. */
@Composable
fun SearchField(text: String, onText: (String) -> Unit) {
    val keyboard = LocalSoftwareKeyboardController.current
    val focus = remember { FocusRequester() }
    // Whoever comes back from what they found wants to see the rest of it.
    LaunchedEffect(Unit) { if (text.isEmpty()) focus.requestFocus() }
    OutlinedTextField(
        text,
        onText,
        Modifier
            .widthIn(max = 640.dp)
            .fillMaxWidth()
            .padding(horizontal = 16.dp, vertical = 4.dp)
            .focusRequester(focus),
        label = { Text(stringResource(R.string.search_label)) },
        leadingIcon = { Icon(painterResource(R.drawable.ic_search), null) },
        trailingIcon = {
            if (text.isNotEmpty()) {
                Clear {
                    onText("")
                    focus.requestFocus()
                    keyboard?.show()
                }
            }
        },
        singleLine = true,
        shape = MaterialTheme.shapes.extraLarge,
        // Names are no words of a dictionary.
        keyboardOptions = KeyboardOptions(
            capitalization = KeyboardCapitalization.None,
            autoCorrectEnabled = false,
            imeAction = ImeAction.Search,
        ),
        // What is found is there already: only the keyboard is in the way.
        keyboardActions = KeyboardActions { keyboard?.hide() },
    )
}

@Composable
private fun Clear(onClick: () -> Unit) =
    IconButton(onClick) { Icon(painterResource(R.drawable.ic_close), stringResource(R.string.search_clear)) }
