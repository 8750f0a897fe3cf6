// expect: no exact matches in call to initializer
import SwiftUI

final class Plain {}

struct Stops: View {
    @Environment(Plain.self) private var plain
    var body: some View { Text("Stops") }
}
