// Work that waits for the disk or for other apps, where it keeps nobody else waiting.
import Foundation

/// Does it on a thread of its own.
func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { done in
        DispatchQueue.global(qos: .userInitiated).async { done.resume(returning: work()) }
    }
}
