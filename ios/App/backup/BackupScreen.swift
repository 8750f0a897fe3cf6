// The screen of backups: what a backup holds, the two things to do with one, and what came of it.
import Accessibility
import RouteGuideKit
import SwiftUI
import UniformTypeIdentifiers

/// The screen of backups.
struct BackupScreen: View {
    @Environment(\.say) private var say
    @State private var model: BackupModel?

    var body: some View {
        Modelled($model, BackupModel.init) { model in
            List {
                if let backup = model.backup { Came(told: backup.told(say), isUnderway: model.isUnderway) }
                Section {
                    Text(say(.backupHolds))
                    Make(model: model)
                }
                Section {
                    Text(say(.backupBack))
                    Restore(model: model)
                }
            }
        }
        .navigationTitle(say(.backup))
    }
}

private struct Make: View {
    let model: BackupModel
    @Environment(\.say) private var say
    @State private var isMoving = false

    var body: some View {
        Button(say(.backupWrite), systemImage: "square.and.arrow.down") { Task { await model.make() } }
            .disabled(model.isUnderway)
            .onChange(of: model.made) { _, made in isMoving = made != nil }
            .fileMover(isPresented: $isMoving, file: model.made) { moved in
                if case .success = moved { model.moved(true) } else { model.moved(false) }
            } onCancellation: {
                model.moved(nil)
            }
    }
}

private struct Restore: View {
    let model: BackupModel
    @Environment(\.say) private var say
    @State private var isChoosing = false

    var body: some View {
        Button(say(.backupRestore), systemImage: "arrow.counterclockwise") { isChoosing = true }
            .disabled(model.isUnderway)
            .fileImporter(isPresented: $isChoosing, allowedContentTypes: [.item]) { chosen in
                let file: LentFile =
                    switch chosen {
                    case .success(let address): LentFile(address)
                    case .failure(let error): LentFile(failed: error)
                    }
                Task { await model.restore(file) }
            }
    }
}

private struct Came: View {
    let told: BackupTold
    let isUnderway: Bool

    var body: some View {
        Section {
            if isUnderway { ProgressView() }
            ForEach(told.parts, id: \.self) { part in
                VStack(alignment: .leading, spacing: 4) {
                    if let title = part.title { Text(title).font(.headline).accessibilityAddTraits(.isHeader) }
                    ForEach(part.lines, id: \.self) { Text($0) }
                }
            }
        }
        .listRowBackground(told.isBad ? Color.red.opacity(0.2) : nil)
        .onChange(of: told, initial: true) { _, told in
            for part in told.parts {
                let said = [part.title].compactMap { $0 } + part.lines
                AccessibilityNotification.Announcement(said.joined(separator: ". ")).post()
            }
        }
    }
}
