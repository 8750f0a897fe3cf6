// Where the core is asked: one question after another, in the order they came, on a thread that may wait for the disk.
// Neither the main thread nor the threads that Swift shares among all tasks may.
import Foundation

/// The thread of the core. Whoever holds something that the core opened lives on it.
@globalActor
public actor Core {
    public static let shared = Core()

    private let queue = CoreQueue()

    nonisolated public var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }
}

private final class CoreQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "routeguide.core", qos: .userInitiated)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
