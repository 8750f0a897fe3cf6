// What a page is about, on top of it.
import SwiftUI

/// The name of what a page is about.
struct PageTitle: View {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    var body: some View {
        Text(name).font(.title2.bold()).accessibilityAddTraits(.isHeader)
    }
}
