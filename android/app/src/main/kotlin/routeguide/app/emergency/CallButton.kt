/*
 * The number to call, large enough for cold hands.
 */
package routeguide.app.emergency

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import routeguide.app.R

/** Opens the dial pad with a number; [say] tells where there is none. */
@Composable
fun CallButton(number: EmergencyNumber, say: (Int) -> Unit) {
    val context = LocalContext.current
    val described = stringResource(R.string.emergency_call, number.number)
    Column {
        Button(
            onClick = { if (!context.dial(number)) say(R.string.emergency_no_phone) },
            modifier = Modifier.fillMaxWidth(),
            shape = MaterialTheme.shapes.large,
            colors = ButtonDefaults.buttonColors(MaterialTheme.colorScheme.error, MaterialTheme.colorScheme.onError),
            contentPadding = PaddingValues(16.dp),
        ) {
            Icon(painterResource(R.drawable.ic_emergency), null, Modifier.size(48.dp))
            Text(
                number.number,
                Modifier.padding(start = 16.dp).clearAndSetSemantics { contentDescription = described },
                style = MaterialTheme.typography.displayMedium,
                fontWeight = FontWeight.Bold,
            )
        }
        number.note?.let {
            Text(
                it,
                Modifier.padding(top = 8.dp),
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                style = MaterialTheme.typography.bodyMedium,
            )
        }
    }
}
