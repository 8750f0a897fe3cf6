// The texts of the Android app in one language, read from its resources and written as a String Catalog writes them:
// with its placeholders and without Android's escapes. Reads what the project's own files use of that format, no more.
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

final class AndroidTexts: NSObject, XMLParserDelegate {
    /// By key, as in `CatalogueFile`.
    private(set) var texts: [String: CatalogueFile.Forms] = [:]
    private var key = ""
    private var form = "other"
    private var said = ""

    /// - Parameter folder: the resource folder of the language, such as `values-lt`
    init(in folder: String) throws {
        super.init()
        let resources = Project.root.appending(path: "android/app/src/main/res").appending(path: folder)
        for file in Project.files(below: resources, ending: "xml") where file.lastPathComponent.hasPrefix("strings") {
            let parser = XMLParser(data: try Data(contentsOf: file))
            parser.delegate = self
            if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        said = ""
        key = attributes["name"] ?? key
        form = attributes["quantity"] ?? "other"
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { said += characters }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        guard element == "string" || element == "item" else { return }
        texts[key, default: [:]][form] = asInACatalogue(said)
    }

    private func asInACatalogue(_ text: String) -> String {
        text.replacing(/\\(.)/) { $0.1 == "n" ? "\n" : String($0.1) }
            .replacing(/%(\d)\$([sd])/) { "%\($0.1)$\($0.2 == "s" ? "@" : "lld")" }
    }
}
