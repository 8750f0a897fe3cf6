// What arrives from elsewhere, in a sheet above whatever is on the screen: that files are being read, whether a bundle or a
// backup is wanted, what came of it all.
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
            case .asking(let name, let bytes)?: Asking(name: name, bytes: bytes, arrivals: arrivals)
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
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        Question(
            title: .incomingInstallTitle, texts: [.incomingInstallText(name, say.size(bytes))], yes: .incomingInstall,
            arrivals: arrivals)
    }
}

private struct Restoring: View {
    let name: String
    let bytes: UInt64
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        Question(
            title: .incomingRestoreTitle, texts: [.incomingBackup(name, say.size(bytes)), .backupBack],
            yes: .backupRestore, arrivals: arrivals)
    }
}

private struct Question: View {
    let title: Phrase
    let texts: [Phrase]
    let yes: Phrase
    let arrivals: Arrivals
    @Environment(\.say) private var say

    var body: some View {
        List { ForEach(texts, id: \.self) { Text(say($0)) } }
            .navigationTitle(say(title))
            .navigationBarTitleDisplayMode(.inline)
            .toolbar {
                ToolbarItem(placement: .cancellationAction) { Button(say(.cancel)) { arrivals.answer(false) } }
                ToolbarItem(placement: .confirmationAction) { Button(say(yes)) { arrivals.answer(true) } }
            }
    }
}
