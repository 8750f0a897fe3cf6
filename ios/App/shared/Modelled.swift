// A screen's model, made when the screen is first shown, of the app's parts.
import RouteGuideKit
import SwiftUI

/// Shows what a model holds.
struct Modelled<Model, Content: View>: View {
    @Binding private var model: Model?
    private let make: @MainActor (Parts) -> Model
    private let content: (Model) -> Content
    @Environment(\.parts) private var parts

    init(
        _ model: Binding<Model?>, _ make: @escaping @MainActor (Parts) -> Model,
        @ViewBuilder content: @escaping (Model) -> Content
    ) {
        (_model, self.make, self.content) = (model, make, content)
    }

    var body: some View {
        if let model {
            content(model)
        } else {
            Color.clear.onAppear { model = make(parts) }
        }
    }
}
