/* What a call that fails says: of this kind, for people, and without telling where on the phone things lie. */
package routeguide

import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue

internal inline fun <reified T : RouteGuideException> refusal(noinline call: () -> Unit): Said {
    val said = assertThrows(T::class.java) { call() }.said
    assertTrue(said.text.isNotBlank() && said.code.isNotBlank(), "$said")
    assertTrue('/' !in said.text, "a path in: ${said.text}")
    return said
}
