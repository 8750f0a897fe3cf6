// expect: conform to 'Identifiable'
import SwiftUI

struct Stops: View {
    @State private var chosen: String?
    var body: some View { Text("Stops").sheet(item: $chosen) { Text($0) } }
}
