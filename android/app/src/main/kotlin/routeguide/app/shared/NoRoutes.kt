/*
 * What stands where routes would be while there are none on the phone, and the way to some.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Button
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import routeguide.app.R

/** There are no routes; [onBundles] leads to where some can be added. */
@Composable
fun NoRoutes(modifier: Modifier = Modifier, onBundles: () -> Unit) = Column(
    modifier.fillMaxWidth().padding(24.dp),
    Arrangement.spacedBy(16.dp),
    Alignment.CenterHorizontally,
) {
    Icon(painterResource(R.drawable.ic_route), null, Modifier.size(48.dp), MaterialTheme.colorScheme.primary)
    Text(stringResource(R.string.no_routes), textAlign = TextAlign.Center)
    Button(onBundles) { Text(stringResource(R.string.bundles)) }
}
