/* GPX as any other program reads it: as XML. */
package routeguide

import org.w3c.dom.Element
import java.nio.file.Path
import javax.xml.parsers.DocumentBuilderFactory

internal class Gpx(val points: Int, val segments: Int)

internal fun gpx(file: Path): Gpx {
    val factory = DocumentBuilderFactory.newInstance().apply { isNamespaceAware = true }
    val root: Element = factory.newDocumentBuilder().parse(file.toFile()).documentElement
    check(root.localName == "gpx") { root.localName }
    fun count(name: String) = root.getElementsByTagNameNS(root.namespaceURI, name).length
    return Gpx(count("trkpt"), count("trkseg"))
}
