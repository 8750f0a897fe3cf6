// expect: expected type 'Binding<Bool>'
import SwiftUI

struct Stops: View {
    @State private var open = false
    var body: some View { Text("Stops").sheet(isPresented: open) { Text("Nida") } }
}
