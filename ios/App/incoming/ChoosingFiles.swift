// Files that the traveller chooses in the phone's own picker, to be taken in.
import RouteGuideKit
import SwiftUI

extension View {
    /// Lets files be chosen and takes them in. Of any kind: few phones know what a GPX file is.
    func choosingFiles(_ isChoosing: Binding<Bool>) -> some View {
        modifier(ChoosingFiles(isChoosing: isChoosing))
    }
}

private struct ChoosingFiles: ViewModifier {
    @Binding var isChoosing: Bool
    @Environment(\.parts) private var parts

    func body(content: Content) -> some View {
        content.fileImporter(
            isPresented: $isChoosing, allowedContentTypes: [.item], allowsMultipleSelection: true
        ) { chosen in
            switch chosen {
            case .success(let files): parts.arrivals.take(files.map { LentFile($0) })
            case .failure(let error): parts.arrivals.take([LentFile(failed: error)])
            }
        }
    }
}
