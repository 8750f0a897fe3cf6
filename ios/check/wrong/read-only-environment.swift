// expect: WritableKeyPath
import SwiftUI

struct Stops: View {
    var body: some View { Text("Stops").environment(\.accessibilityReduceMotion, true) }
}
