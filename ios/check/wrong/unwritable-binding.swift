// expect: cannot convert value of type 'Bool' to expected argument type 'Binding<Bool>'
import SwiftUI

struct Stops: View {
    @State private var open = false
    var body: some View { Text("Stops").sheet(isPresented: open) { Text("Nida") } }
}
