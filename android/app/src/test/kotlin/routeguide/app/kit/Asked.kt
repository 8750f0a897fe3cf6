/*
 * What lies in the library of the app under test, and what is answered to its questions.
 */
package routeguide.app.kit

import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isDialog
import androidx.compose.ui.test.performClick
import kotlinx.coroutines.runBlocking
import routeguide.Library
import routeguide.app.home.Answer

/** Asks the app's own library. */
fun <T> Hand.asked(question: (Library) -> T): T =
    (runBlocking { app.parts.home.ask(question) } as Answer.Given).value

/** Taps what has these words in the dialog, where the screen below has them too. */
fun Hand.agree(words: String) {
    screen.onNode(hasText(words) and hasAnyAncestor(isDialog())).performClick()
    settle()
}
