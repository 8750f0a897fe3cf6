// expect: conform to 'Observable'
import SwiftUI

final class Plain {}

struct Stops: View {
    @Environment(Plain.self) private var plain
    var body: some View { Text("Stops") }
}
