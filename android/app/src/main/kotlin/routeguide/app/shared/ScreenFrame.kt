/*
 * The frame of a screen: its name on top, the way back, what can be done, and a line for what was just done.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.text.TextAutoSize
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Scaffold
import androidx.compose.material3.SnackbarHost
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.material3.TopAppBar
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.sp
import routeguide.app.R

/** A screen with its name. [bottom] holds its main actions, where a thumb reaches them. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun ScreenFrame(
    title: String,
    onBack: (() -> Unit)? = null,
    notices: SnackbarHostState = remember { SnackbarHostState() },
    actions: @Composable RowScope.() -> Unit = {},
    bottom: @Composable () -> Unit = {},
    content: @Composable (PaddingValues) -> Unit,
) {
    Scaffold(
        topBar = {
            TopAppBar(
                title = {
                    // Long names in large letters are set smaller rather than cut.
                    val largest = MaterialTheme.typography.titleLarge.fontSize
                    Text(
                        title,
                        Modifier.semantics { heading() },
                        autoSize = TextAutoSize.StepBased(minFontSize = 12.sp, maxFontSize = largest, stepSize = 1.sp),
                        maxLines = 2,
                        overflow = TextOverflow.Ellipsis,
                    )
                },
                navigationIcon = { if (onBack != null) BackButton(onBack) },
                actions = actions,
            )
        },
        bottomBar = bottom,
        snackbarHost = { SnackbarHost(notices) },
        // What lies below is the tab bar's.
        contentWindowInsets = WindowInsets.safeDrawing.only(WindowInsetsSides.Horizontal + WindowInsetsSides.Top),
        content = content,
    )
}

@Composable
private fun BackButton(onBack: () -> Unit) =
    IconButton(onBack) { Icon(painterResource(R.drawable.ic_back), stringResource(R.string.back)) }
