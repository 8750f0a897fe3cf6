/*
 * Which screens lie behind the one that is shown. Routes is at the bottom: from any other tab, back leads there.
 */
package routeguide.app.navigation

import androidx.compose.runtime.Composable
import androidx.compose.runtime.Stable
import androidx.compose.runtime.mutableStateListOf
import androidx.compose.runtime.saveable.listSaver
import androidx.compose.runtime.saveable.rememberSaveable

/** The screens, the one that is shown last. */
@Stable
class BackStack(screens: List<Screen> = listOf(Screen.Routes)) {
    private val stack = mutableStateListOf(*screens.toTypedArray())

    /** All of them. */
    val screens: List<Screen> get() = stack

    /** The one that is shown. */
    val top: Screen get() = stack.last()

    /** The tab it belongs to. */
    val tab: Screen.Tab get() = stack.last { it is Screen.Tab } as Screen.Tab

    /** Whether back leaves the app. */
    val isAtBottom: Boolean get() = stack.size == 1

    /** Shows a screen, above the present one. */
    fun open(screen: Screen) {
        when {
            screen is Screen.Tab -> choose(screen)
            screen != top -> stack.add(screen)
        }
    }

    /** Shows a screen in place of the present one: back leads past it. */
    fun replace(screen: Screen) {
        stack[stack.lastIndex] = screen
    }

    /** Goes back to the screen before. */
    fun back() {
        if (!isAtBottom) stack.removeAt(stack.lastIndex)
    }

    private fun choose(tab: Screen.Tab) {
        stack.removeRange(1, stack.size)
        if (tab != Screen.Routes) stack.add(tab)
    }
}

/** A back stack that outlives turns of the phone and the end of the process. */
@Composable
fun rememberBackStack(): BackStack = rememberSaveable(
    saver = listSaver(save = { ArrayList(it.screens) }, restore = { BackStack(it) }),
) { BackStack() }
