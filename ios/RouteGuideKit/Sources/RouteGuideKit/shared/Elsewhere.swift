// What other apps of the phone open: web addresses, spots on the map. This app has no network of its own.
import Foundation
import RouteGuide

extension PositionText {
    /// The addresses of a spot for map apps, to be tried in this order. Apps with maps of their own, which need no network,
    /// know the first; Apple's knows the second.
    public func addresses(named name: String) -> [URL] {
        let place = decimal.replacing(" ", with: "")
        guard let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) else { return [] }
        return ["geo:\(place)?q=\(place)(\(name))", "maps://?ll=\(place)&q=\(name)"].compactMap { URL(string: $0) }
    }
}

/// A text in which web addresses can be tapped.
public func linked(_ text: String) -> AttributedString {
    var linked = AttributedString(text)
    for found in text.ranges(of: webAddress) {
        guard let address = URL(string: String(text[found])), let range = Range(found, in: linked) else {
            continue
        }
        linked[range].link = address
    }
    return linked
}

// Brackets and full stops around an address belong to the sentence.
private var webAddress: Regex<Substring> { /https?:\/\/[^\s()<>"]*[^\s()<>".,;:]/ }
