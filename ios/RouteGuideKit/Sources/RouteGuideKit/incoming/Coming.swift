// Something that is waited for and comes once, from wherever it comes.

/// It comes once; what comes after it is not noticed.
@MainActor
final class Coming<Value: Sendable> {
    private var value: Value?
    private var waiting: CheckedContinuation<Value, Never>?

    /// Whether it has come.
    var isThere: Bool { value != nil }

    /// Here it is.
    func come(_ value: Value) {
        guard self.value == nil else { return }
        self.value = value
        waiting?.resume(returning: value)
        waiting = nil
    }

    /// Waits for it; one waits at a time.
    func wait() async -> Value {
        if let value { return value }
        return await withCheckedContinuation { waiting = $0 }
    }
}
