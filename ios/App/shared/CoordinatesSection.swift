// Where something is, to be handed on: as coordinates, and to another map app.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// How long a button says that it has done what it was tapped for.
private let said = Duration.seconds(3)

/// A position, and what can be done with it; a section of a list.
struct CoordinatesSection: View {
    let position: Position
    let name: String
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL
    @State private var isCopied = false
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
            Button(
                say(isCopied ? .coordinatesCopied : .copyCoordinates),
                systemImage: isCopied ? "checkmark" : "doc.on.doc"
            ) {
                copy(text.decimal, saying: say(.coordinatesCopied))
                isCopied = true
            }
            .task(id: isCopied) {
                guard isCopied, (try? await Task.sleep(for: said)) != nil else { return }
                isCopied = false
            }
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
