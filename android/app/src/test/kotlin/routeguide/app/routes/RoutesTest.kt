package routeguide.app.routes

import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import routeguide.app.kit.Hand

@RunWith(RobolectricTestRunner::class)
class RoutesTest {
    @get:Rule
    val hand = Hand()

    @Test
    fun the_first_start_shows_the_three_routes_without_asking_anything() {
        hand.start()
        for (name in listOf("Pleasant Fatigue", "Supernatural Landscapes", "Migrating Cultures")) hand.find(name)
    }

    @Test
    @Config(qualifiers = "+lt")
    fun a_lithuanian_reads_it_in_lithuanian() {
        hand.start()
        hand.find("Malonūs nuovargiai")
        assertTrue(hand.sees("Maršrutai"))
    }

    @Test
    fun the_routes_are_there_again_after_a_turn() {
        hand.start()
        hand.turn("land")
        hand.find("Pleasant Fatigue")
    }
}
