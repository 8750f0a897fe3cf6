// expect: has no member 'navigationBarTitel'
import SwiftUI

struct Routes: View {
    var body: some View { Text("Routes").navigationBarTitel("Routes") }
}
