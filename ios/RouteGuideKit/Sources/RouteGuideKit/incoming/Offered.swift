// What the phone hands to the app: a file at an address, a link to something in a bundle or to the guide. Only what can be
// read off the address; whether the file is worth anything is looked up in Arrivals, whether the link leads anywhere by its
// screen.
//
// Anybody may make a link: nothing here trusts one.
import Foundation

/// A link's scheme.
private let scheme = "routeguide"

/// What is handed in.
enum Offered: Equatable {
    /// A file.
    case file

    /// A way to a screen.
    case link(Screen)

    /// The way to the guide, from the locked screen.
    case guide

    /// A link that is no link of ours.
    case badLink

    init(_ address: URL) {
        if address.isFileURL {
            self = .file
        } else if address.scheme?.lowercased() == scheme {
            self = Self.link(address.absoluteString.dropFirst(scheme.count + 1))
        } else {
            self = .badLink
        }
    }

    private static func link(_ path: Substring) -> Offered {
        path == "guide" ? .guide : screen(path).map(Offered.link) ?? .badLink
    }

    private static func screen(_ path: Substring) -> Screen? {
        let ids = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ids.allSatisfy({ $0.wholeMatch(of: id) != nil }) else { return nil }
        return switch ids.count {
        case 2: .route(bundle: ids[0], route: ids[1])
        case 3: .stop(bundle: ids[0], route: ids[1], stop: ids[2])
        default: nil
        }
    }
}

// What the core takes for an id, and a little more.
private var id: Regex<Substring> { /[A-Za-z0-9_\-]{1,100}/ }
