package routeguide.app

import org.junit.Assert.assertEquals
import org.junit.Test
import org.w3c.dom.Element
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory

/** What is said in one language: by name, each form of it. */
private typealias Texts = Map<String, Map<String, String>>

/** How Lithuanian, English and German count. */
private val forms = mapOf(
    "lt" to setOf("one", "few", "many", "other"),
    "en" to setOf("one", "other"),
    "de" to setOf("one", "other"),
)

/** Fills in what a text leaves open: `%1$s`, `%2$d`. */
private val gap = Regex("""%\d\$[sd]""")

class StringsTest {
    // Gradle starts tests in app, the check in check.
    private val main = generateSequence(File("").absoluteFile) { it.parentFile }
        .map { File(it, "app/src/main") }.first { it.isDirectory }
    private val english = texts("values")
    private val said = mapOf("en" to english, "lt" to texts("values-lt"), "de" to texts("values-de"))

    @Test
    fun everything_is_said_in_three_languages() {
        for ((language, texts) in said) assertEquals(language, english.keys, texts.keys)
    }

    @Test
    fun nothing_is_said_empty() = assertNone { _, text -> text.isBlank() }

    @Test
    fun texts_leave_the_same_open_in_every_language() {
        fun gaps(texts: Texts, name: String) =
            texts.getValue(name).getValue("other").let { text -> gap.findAll(text).map { it.value }.toSortedSet() }
        for ((language, texts) in said) {
            for (name in english.keys) assertEquals("$language $name", gaps(english, name), gaps(texts, name))
        }
    }

    @Test
    fun each_language_counts_in_its_own_way() {
        for ((language, texts) in said) {
            val counted = texts.filterValues { it.size > 1 }
            for ((name, text) in counted) assertEquals("$language $name", forms.getValue(language), text.keys)
        }
        assertEquals(true, english.any { it.value.size > 1 })
    }

    @Test
    fun nobody_is_shouted_at() = assertNone { _, text -> '!' in text }

    @Test
    fun quotes_and_dots_are_those_of_print() = assertNone { language, text ->
        "..." in text || '"' in text || (language != "en" && '“' in text && '„' !in text)
    }

    @Test
    fun nothing_stands_there_unused() {
        val sources = main.walk().filter { it.extension in setOf("kt", "xml") && !it.path.contains("/res/values") }
            .joinToString("\n") { it.readText() }
        val names = Regex("""(?:R\.(?:string|plurals)\.|@string/)(\w+)""")
        val used = names.findAll(sources).map { it.groupValues[1] }.toSet()
        val unused = english.keys - used
        assertEquals(emptySet<String>(), unused)
    }

    private fun assertNone(isWrong: (language: String, text: String) -> Boolean) {
        val wrong = said.flatMap { (language, texts) ->
            texts.flatMap { (name, text) ->
                text.values.filter { isWrong(language, it) }.map { "$language $name: $it" }
            }
        }
        assertEquals(emptyList<String>(), wrong)
    }

    private fun texts(folder: String): Texts =
        checkNotNull(File(main, "res/$folder").listFiles { file -> file.name.startsWith("strings") })
            .flatMap { elements(it) }
            .associate { it.getAttribute("name") to forms(it) }

    private fun elements(file: File): List<Element> = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(file).documentElement.children().filter { it.getAttribute("translatable") != "false" }

    private fun forms(text: Element): Map<String, String> {
        val counted = text.children().filter { it.tagName == "item" }
        return if (counted.isEmpty()) mapOf("other" to text.textContent)
        else counted.associate { it.getAttribute("quantity") to it.textContent }
    }

    private fun Element.children(): List<Element> =
        (0..<childNodes.length).mapNotNull { childNodes.item(it) as? Element }
}
