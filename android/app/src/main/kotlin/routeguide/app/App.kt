/*
 * What is around every screen: the theme, the bar of tabs, the line that leads back to the guide under way, and which
 * screen is shown. What a screen looks like lives in its own room.
 */
package routeguide.app

import android.content.Intent
import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.text.TextAutoSize
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.NavigationBar
import androidx.compose.material3.NavigationBarItem
import androidx.compose.material3.NavigationRail
import androidx.compose.material3.NavigationRailItem
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.sp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.LocalViewModelStoreOwner
import androidx.lifecycle.viewmodel.compose.rememberViewModelStoreOwner
import kotlinx.coroutines.flow.MutableStateFlow
import routeguide.app.guide.UnderwayLine
import routeguide.app.home.Opening
import routeguide.app.incoming.HandedIn
import routeguide.app.navigation.BackStack
import routeguide.app.navigation.Screen
import routeguide.app.navigation.rememberBackStack
import routeguide.app.shared.LocalNight
import routeguide.app.shared.LocalWords
import routeguide.app.shared.Problem
import routeguide.app.shared.isWide
import routeguide.app.theme.AppTheme
import routeguide.app.theme.isNight

/** The app. */
@Composable
fun App(handedIn: MutableStateFlow<Intent?>) {
    val home = LocalContext.current.parts.home
    val settings by home.settings.collectAsStateWithLifecycle()
    val opening by home.opening.collectAsStateWithLifecycle()
    val words by home.words.collectAsStateWithLifecycle()
    val isNight = isNight(settings?.theme)
    AppTheme(isNight) {
        Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
            val failed = opening as? Opening.Failed
            val known = words
            when {
                failed != null ->
                    Problem(failed.said, Modifier.windowInsetsPadding(WindowInsets.safeDrawing), home::open)
                known != null -> CompositionLocalProvider(LocalWords provides known, LocalNight provides isNight) {
                    Rooms(handedIn)
                }
            }
        }
    }
}

@Composable
private fun Rooms(handedIn: MutableStateFlow<Intent?>) {
    val stack = rememberBackStack()
    BackHandler(enabled = !stack.isAtBottom, onBack = stack::back)
    HandedIn(handedIn, stack::open)
    val isWide = isWide()
    WithTabs(
        isWide,
        // The guide has the whole screen: what it shows is read at a glance.
        tabs = { if (stack.top != Screen.Guide) if (isWide) Rail(stack) else Bar(stack) },
    ) {
        Box(Modifier.weight(1f)) { Shown(stack) }
        UnderwayLine(stack)
    }
}

// One layout for both, or what a screen remembers would be lost when the phone is turned.
@Composable
private fun WithTabs(
    isWide: Boolean,
    tabs: @Composable () -> Unit,
    content: @Composable ColumnScope.() -> Unit,
) = Layout(
    content = {
        Column(content = content)
        Box { tabs() }
    },
) { (contentOf, tabsOf), room ->
    val tabs = tabsOf.measure(room.copy(minWidth = 0, minHeight = 0))
    val (x, y) = if (isWide) tabs.width to 0 else 0 to tabs.height
    val content = contentOf.measure(Constraints.fixed(room.maxWidth - x, room.maxHeight - y))
    layout(room.maxWidth, room.maxHeight) {
        content.place(x, 0)
        tabs.place(0, if (isWide) 0 else content.height)
    }
}

@Composable
private fun Shown(stack: BackStack) {
    val kept = rememberSaveableStateHolder()
    key(stack.top) {
        kept.SaveableStateProvider(stack.top.toString()) {
            CompositionLocalProvider(LocalViewModelStoreOwner provides rememberViewModelStoreOwner()) {
                ScreenOf(stack.top, stack)
            }
        }
    }
}

private class TabLook(val tab: Screen.Tab, val icon: Int, val label: Int)

private val tabs = listOf(
    TabLook(Screen.Routes, R.drawable.ic_route, R.string.routes),
    TabLook(Screen.Map, R.drawable.ic_map, R.string.map),
    TabLook(Screen.Search, R.drawable.ic_search, R.string.search),
    TabLook(Screen.Tracks, R.drawable.ic_tracks, R.string.tracks_tab),
    TabLook(Screen.Settings, R.drawable.ic_settings, R.string.settings),
)

@Composable
private fun Bar(stack: BackStack) = NavigationBar {
    for (look in tabs) {
        NavigationBarItem(
            selected = stack.tab == look.tab,
            onClick = { stack.open(look.tab) },
            icon = { Icon(painterResource(look.icon), contentDescription = null) },
            label = { TabLabel(look) },
        )
    }
}

@Composable
private fun Rail(stack: BackStack) = NavigationRail {
    for (look in tabs) {
        NavigationRailItem(
            selected = stack.tab == look.tab,
            onClick = { stack.open(look.tab) },
            icon = { Icon(painterResource(look.icon), contentDescription = null) },
            label = { TabLabel(look) },
        )
    }
}

/** Tabs have no room for larger letters; their icons say the same. */
private const val LARGEST_SCALE = 1.15f

// Small enough to be whole in the room that a tab has, whatever the language.
@Composable
private fun TabLabel(look: TabLook) {
    val density = LocalDensity.current
    val letters = Density(density.density, density.fontScale.coerceAtMost(LARGEST_SCALE))
    CompositionLocalProvider(LocalDensity provides letters) {
        Text(
            stringResource(look.label),
            autoSize = TextAutoSize.StepBased(minFontSize = 8.sp, maxFontSize = 12.sp, stepSize = 0.5.sp),
            letterSpacing = 0.sp,
            maxLines = 1,
            overflow = TextOverflow.Ellipsis,
        )
    }
}
