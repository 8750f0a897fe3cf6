package routeguide.app

import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.compose.ui.test.onNodeWithText
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.experimental.categories.Category
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Category(Pictures::class)
class WelcomeTest {
    @get:Rule
    val screen = createAndroidComposeRule<MainActivity>()

    @Test
    @Config(qualifiers = "+lt")
    fun a_lithuanian_is_welcomed_in_lithuanian() {
        screen.onNodeWithText("Pasirinkite maršrutą").assertIsDisplayed()
        val picture = screen.activity.picture()
        picture.saveAs("welcome-lt")
        val pixels = IntArray(picture.width * picture.height)
        picture.getPixels(pixels, 0, picture.width, 0, 0, picture.width, picture.height)
        assertTrue("the letters have soft edges", pixels.distinct().size > 20)
    }
}
