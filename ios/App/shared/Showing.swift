// What a screen shows of the library: what is asked for, why there is none, or that it takes a while.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// Nobody needs a wheel for what is there before they see it.
private let patience = Duration.milliseconds(300)

/// Shows an answer, and follows it as long as it is looked at.
struct Showing<Value: Sendable, Content: View>: View {
    let following: Following<Value>
    @ViewBuilder let content: (Value) -> Content

    init(_ following: Following<Value>, @ViewBuilder content: @escaping (Value) -> Content) {
        (self.following, self.content) = (following, content)
    }

    var body: some View {
        // No group: what hangs on one begins anew with each of its branches.
        ZStack {
            switch following.answer {
            case .given(let value): content(value)
            case .refused(let said): Problem(said: said)
            case nil: Waiting()
            }
        }
        .task { await following.follow() }
    }
}

/// A wheel, where something takes long.
struct Waiting: View {
    @State private var isLong = false

    var body: some View {
        ZStack {
            Color.clear
            if isLong { ProgressView() }
        }
        .task {
            try? await Task.sleep(for: patience)
            isLong = true
        }
    }
}
