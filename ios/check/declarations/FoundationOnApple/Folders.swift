// Mirrors where an app's folders lie.
import Foundation

extension URL {
    public static var applicationSupportDirectory: URL { fatalError() }
    public static var cachesDirectory: URL { fatalError() }
}
