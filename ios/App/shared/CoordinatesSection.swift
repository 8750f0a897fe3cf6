// Where something is, to be handed on: as coordinates, and to another map app.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A position, and what can be done with it; a section of a list.
struct CoordinatesSection: View {
    let position: Position
    let name: String
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL
    @State private var nothingOpens = false

    var body: some View {
        let text = say.words.position(position: position)
        Section {
            VStack(alignment: .leading, spacing: 4) {
                Text(text.decimal).font(.headline)
                Text(text.minutes).font(.subheadline).foregroundStyle(.secondary)
            }
            .textSelection(.enabled)
            .accessibilityElement()
            .accessibilityLabel(text.digits)
            CopyButton(text: text.decimal, name: say(.copyCoordinates), done: say(.coordinatesCopied))
            Button(say(.openElsewhere), systemImage: "map") { open(text.addresses(named: name)[...], or: text.decimal) }
                .alert(say(.noAppOpensIt), isPresented: $nothingOpens) { Button(say(.close)) {} }
        }
    }

    private func open(_ addresses: ArraySlice<URL>, or text: String) {
        guard let address = addresses.first else {
            copy(text, saying: say(.coordinatesCopied))
            nothingOpens = true
            return
        }
        openURL(address) { isOpen in
            if !isOpen { open(addresses.dropFirst(), or: text) }
        }
    }
}
