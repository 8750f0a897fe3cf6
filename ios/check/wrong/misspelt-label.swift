// expect: incorrect argument label in call
import SwiftUI

struct Square: View {
    var body: some View { Color.red.frame(width: 44, heigth: 44) }
}
