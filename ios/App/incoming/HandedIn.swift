// What arrives from elsewhere, in a sheet above whatever is on the screen: that files are being read, whether a bundle or a
// backup is wanted, what came of it all.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// Shows what arrives.
struct HandedIn: ViewModifier {
    @Environment(\.parts) private var parts

    func body(content: Content) -> some View {
        @Bindable var arrivals = parts.arrivals
        content.sheet(isPresented: $arrivals.isShown) { ArrivalSheet(arrivals: arrivals) }
    }
}

private struct ArrivalSheet: View {
    let arrivals: Arrivals

    var body: some View {
        NavigationStack {
            switch arrivals.arrival {
            case .reading(let number, let of)?: Reading(number: number, of: of, arrivals: arrivals)
            case .asking(let name, let bytes, let offered)?:
                Asking(name: name, bytes: bytes, offered: offered, arrivals: arrivals)
            case .restoring(let name, let bytes)?: Restoring(name: name, bytes: bytes, arrivals: arrivals)
            case .told(let outcome)?: Told(outcome: outcome, arrivals: arrivals)
            case .badLink?: BadLink(arrivals: arrivals)
            case nil: EmptyView()
            }
        }
        .presentationDetents([.medium, .large])
    }
}

private struct Reading: View {
    let number: Int
    let of: Int
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        ProgressView(say(of == 1 ? .incomingReading : .incomingReadingMany(number, of)))
            .padding()
            .interactiveDismissDisabled()
            .toolbar {
                ToolbarItem(placement: .cancellationAction) { Button(say(.cancel)) { arrivals.cancel() } }
            }
    }
}

private struct Asking: View {
    let name: String
    let bytes: UInt64
    let offered: OfferedBundle
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        Question(title: .incomingInstallTitle, yes: .incomingInstall, arrivals: arrivals) {
            Section {
                Text(offered.manifest.name).font(.headline).accessibilityAddTraits(.isHeader)
                ForEach(offered.facts(say, bytes: bytes), id: \.self) { Text($0) }
            }
            Text(say(.incomingInstallText(name)))
        }
    }
}

private struct Restoring: View {
    let name: String
    let bytes: UInt64
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        Question(title: .incomingRestoreTitle, yes: .backupRestore, arrivals: arrivals) {
            Text(say(.incomingBackup(name, say.size(bytes))))
            Text(say(.backupBack))
        }
    }
}

private struct Question<What: View>: View {
    let title: Phrase
    let yes: Phrase
    let arrivals: Arrivals
    @ViewBuilder let what: () -> What
    @Environment(\.say) private var say

    var body: some View {
        List { what() }
            .navigationTitle(say(title))
            .navigationBarTitleDisplayMode(.inline)
            .toolbar {
                ToolbarItem(placement: .cancellationAction) { Button(say(.cancel)) { arrivals.answer(false) } }
                ToolbarItem(placement: .confirmationAction) { Button(say(yes)) { arrivals.answer(true) } }
            }
    }
}
