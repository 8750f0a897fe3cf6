// expect: has no member 'topBarRight'
import SwiftUI

struct Routes: View {
    var body: some View {
        Text("Routes").toolbar { ToolbarItem(placement: .topBarRight) { Text("New") } }
    }
}
