// Pictures of a bundle, each with who made it and under which terms it is shown; tapped, one has the whole screen.
import RouteGuide
import RouteGuideKit
import SwiftUI
import UIKit

/// The shape of a picture in a row.
private let shape = 1.5

/// Pictures side by side, one alone as wide as there is room; nothing where there are none.
struct PicturesRow: View {
    let bundle: String
    let pictures: [Picture]
    @State private var large: Picture?

    var body: some View {
        Group {
            if pictures.count > 1 {
                ScrollView(.horizontal) {
                    LazyHStack(alignment: .top, spacing: 12) {
                        ForEach(pictures, id: \.id) { card($0).frame(width: 288) }
                    }
                }
            } else if let only = pictures.first {
                card(only).frame(maxWidth: 480)
            }
        }
        .fullScreenCover(item: $large) { LargePicture(bundle: bundle, picture: $0) }
    }

    private func card(_ picture: Picture) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            Button {
                large = picture
            } label: {
                Color.clear
                    .aspectRatio(shape, contentMode: .fit)
                    .overlay { LoadedPicture(bundle: bundle, picture: picture, size: .card, fill: true) }
                    .clipShape(RoundedRectangle(cornerRadius: 8))
                    .contentShape(Rectangle())
            }
            .buttonStyle(.plain)
            .accessibilityLabel(picture.caption)
            .accessibilityAddTraits(.isImage)
            Text(picture.caption).font(.subheadline).accessibilityHidden(true)
            PictureCredit(picture: picture)
        }
    }
}

extension Picture: @retroactive Identifiable {}

/// A picture on the whole screen. Two fingers make it larger as long as they are on it.
private struct LargePicture: View {
    let bundle: String
    let picture: Picture
    @Environment(\.say) private var say
    @Environment(\.dismiss) private var dismiss
    @Environment(\.accessibilityReduceMotion) private var reducesMotion
    @State private var scale = 1.0

    var body: some View {
        NavigationStack {
            VStack {
                LoadedPicture(bundle: bundle, picture: picture, size: .full, fill: false)
                    .frame(maxWidth: .infinity, maxHeight: .infinity)
                    .scaleEffect(scale)
                    .gesture(
                        MagnifyGesture()
                            .onChanged { scale = max(1, $0.magnification) }
                            .onEnded { _ in withAnimation(reducesMotion ? nil : .default) { scale = 1 } }
                    )
                    .accessibilityElement()
                    .accessibilityLabel(picture.caption)
                    .accessibilityAddTraits(.isImage)
                VStack(alignment: .leading, spacing: 4) {
                    Text(picture.caption)
                    PictureCredit(picture: picture)
                }
                .frame(maxWidth: .infinity, alignment: .leading)
                .padding()
                // The page has them as large as the traveller likes; here the picture needs the room.
                .dynamicTypeSize(...DynamicTypeSize.xxxLarge)
            }
            .toolbar {
                ToolbarItem(placement: .cancellationAction) { Button(say(.close)) { dismiss() } }
            }
        }
    }
}

private struct PictureCredit: View {
    let picture: Picture
    @Environment(\.say) private var say

    var body: some View {
        Remark(picture.credit(say))
        if let source = picture.source { Remark(source) }
    }
}

/// A picture as soon as its file is read, or why there is none.
private struct LoadedPicture: View {
    let bundle: String
    let picture: Picture
    let size: PictureSize
    let fill: Bool
    @Environment(\.parts) private var parts
    @State private var answer: Answer<UIImage?>?

    var body: some View {
        ZStack {
            Color.secondary.opacity(fill ? 0.15 : 0)
            switch answer {
            case .given(let image?):
                Image(uiImage: image).resizable().aspectRatio(contentMode: fill ? .fill : .fit)
            case .refused(let said): Text(said.text).font(.subheadline).padding()
            case .given(nil), nil: EmptyView()
            }
        }
        .task(id: picture.id) {
            let file = await parts.home.picture(picture.id, in: bundle, size)
            let image = await file.value.flatMap { UIImage(data: $0) }?.byPreparingForDisplay()
            answer = file.map { _ in image }
        }
    }
}
