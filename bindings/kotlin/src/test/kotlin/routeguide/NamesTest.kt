/* Names a shell can use without saying from where: none is one that Kotlin brings along itself. */
package routeguide

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.lang.reflect.Modifier
import java.nio.file.Path
import kotlin.io.path.name

internal class NamesTest {
    // https://kotlinlang.org/spec: what every file imports on the JVM.
    private val imported = listOf(
        "kotlin", "kotlin.annotation", "kotlin.collections", "kotlin.comparisons", "kotlin.io", "kotlin.ranges",
        "kotlin.sequences", "kotlin.text", "kotlin.math", "kotlin.jvm", "java.lang",
    )

    // In Kotlin only: these are names of types that no class file has.
    private val onlyInKotlin = setOf(
        "Any", "Nothing", "Unit", "String", "Int", "Long", "Double", "Float", "Short", "Byte", "Boolean", "Char",
        "Array", "List", "Set", "Map", "Collection", "Iterable", "Iterator", "MutableList", "MutableSet", "MutableMap",
        "Function", "Exception", "Error", "Throwable", "Comparable", "Number", "Enum", "Annotation", "Comparator",
        "ArrayList", "LinkedHashMap", "LinkedHashSet", "HashMap", "HashSet", "RandomAccess", "AutoCloseable",
    )

    @Test
    fun `no exported type has the name of one that every Kotlin file knows`() {
        val exported = exported()
        assertTrue(exported.size > 70 && "Library" in exported && "Coordinates" in exported, "$exported")
        val taken = exported.filter { name -> name in onlyInKotlin || imported.any { exists("$it.$name") } }
        assertEquals(emptyList<String>(), taken)
    }

    // The types of surface.txt, and what is written by hand; uniffi's own are not for shells.
    private fun exported(): List<String> {
        val classes = Path.of(Library::class.java.protectionDomain.codeSource.location.toURI()).resolve("routeguide")
        return classes.listed().map { it.name.removeSuffix(".class") }
            .filter { '$' !in it && !it.endsWith("Kt") && !it.startsWith("FfiConverter") && !it.startsWith("Uniffi") }
            .filter { Modifier.isPublic(Class.forName("routeguide.$it").modifiers) }
    }

    private fun exists(name: String): Boolean = runCatching { Class.forName(name) }.isSuccess
}
