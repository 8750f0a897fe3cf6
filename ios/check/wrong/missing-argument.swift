// expect: missing argument for parameter 'systemImage'
import SwiftUI

struct Routes: View {
    var body: some View { Label("Routes") }
}
