// The traveller's own notes about something: read, written, changed, taken away and brought back, each in its place.
import Accessibility
import RouteGuide
import RouteGuideKit
import SwiftUI

/// Notes, and the way to write another one; a section of a list.
struct NotesSection: View {
    let notes: [Note]
    let thing: Keepable
    let model: Notes
    @Environment(\.say) private var say

    var body: some View {
        Section {
            ForEach(notes, id: \.number) { note in
                if model.writing == note.number {
                    NoteField(thing: thing, model: model)
                } else {
                    NoteRow(note: note, model: model)
                }
            }
            if model.removed != nil {
                HStack {
                    Text(say(.noteRemoved)).frame(maxWidth: .infinity, alignment: .leading)
                    Button(say(.undo)) { Task { await model.takeBack() } }.buttonStyle(.borderless)
                }
                .onAppear { AccessibilityNotification.Announcement(say(.noteRemoved)).post() }
            }
            if model.isWritingAnew {
                NoteField(thing: thing, model: model)
            } else {
                Button(say(.writeNote), systemImage: "square.and.pencil") { model.write() }
            }
        } header: {
            Text(say(.ownNotes))
        }
    }
}

private struct NoteRow: View {
    let note: Note
    let model: Notes
    @Environment(\.say) private var say

    var body: some View {
        Button {
            model.write(note)
        } label: {
            VStack(alignment: .leading, spacing: 4) {
                Text(note.words)
                Text(say.day(note.timeMs)).font(.subheadline).foregroundStyle(.secondary)
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
        .buttonStyle(.plain)
        .accessibilityHint(say(.changeNote))
        .swipeActions { remove }
        .contextMenu {
            Button(say(.changeNote), systemImage: "pencil") { model.write(note) }
            remove
        }
    }

    private var remove: some View {
        Button(say(.removeNote), systemImage: "trash", role: .destructive) { Task { await model.remove(note) } }
    }
}

private struct NoteField: View {
    let thing: Keepable
    @Bindable var model: Notes
    @Environment(\.say) private var say
    @FocusState private var isFocused: Bool

    var body: some View {
        VStack(alignment: .trailing, spacing: 12) {
            TextField(say(.noteWords), text: $model.words, axis: .vertical)
                .lineLimit(3...)
                .focused($isFocused)
            ViewThatFits {
                HStack(spacing: 12) { ends }
                VStack(alignment: .trailing, spacing: 12) { ends }
            }
            .controlSize(.large)
        }
        .onAppear { isFocused = true }
    }

    @ViewBuilder private var ends: some View {
        Button(say(.cancel), role: .cancel) { model.cancel() }.buttonStyle(.bordered)
        Button(say(.save)) { Task { await model.save(about: thing) } }
            .buttonStyle(.borderedProminent)
            .disabled(!model.canSave)
    }
}
