// Where the phone's settings for this app are: the only ones that iOS lets an app lead to.
import Foundation
import UIKit

extension URL {
    /// This app in the phone's settings.
    static var settingsOfThisApp: URL {
        guard let settings = URL(string: UIApplication.openSettingsURLString) else {
            fatalError("iOS names its settings by no address")
        }
        return settings
    }
}
