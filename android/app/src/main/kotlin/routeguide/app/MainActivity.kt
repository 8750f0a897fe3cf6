/*
 * Where Android starts the app.
 */
package routeguide.app

import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource

class MainActivity : ComponentActivity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContent { Welcome() }
    }
}

@Composable
private fun Welcome() {
    MaterialTheme {
        Surface { Text(stringResource(R.string.welcome), Modifier.safeDrawingPadding()) }
    }
}
