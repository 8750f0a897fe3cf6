package routeguide.app.pictures

import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import routeguide.app.kit.Hand

@RunWith(RobolectricTestRunner::class)
class RoutesPictures {
    @get:Rule
    val hand = Hand()

    @Test
    fun routes() = inEveryLook { look ->
        hand.start()
        hand.find("1", substring = true)
        hand.picture("routes-$look")
        hand.leave()
    }
}
