/*
 * The offer to make one track of several that came in one file and go on in one another.
 */
package routeguide.app.tracks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Icon
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.app.R

/** Offers it; [text] says of which tracks, [name] is what they would be called as one. */
@Composable
fun JoinOffer(text: Int, name: String, onJoin: () -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(stringResource(text, name))
        OutlinedButton(onJoin) {
            Icon(painterResource(R.drawable.ic_route), null, Modifier.padding(end = 8.dp))
            Text(stringResource(R.string.tracks_join))
        }
    }
}
