// Mirrors views that change by the clock.
public struct TimelineView<Schedule: TimelineSchedule, Content> {
    public struct Context {
        public let date: Date
    }
}

extension TimelineView: View where Content: View {
    public typealias Body = Never
    nonisolated public init(
        _ schedule: Schedule, @ViewBuilder content: @escaping (TimelineView<Schedule, Never>.Context) -> Content
    ) { fatalError() }
}

public protocol TimelineSchedule {}

public struct PeriodicTimelineSchedule: TimelineSchedule, Sendable {
    public init(from startDate: Date, by interval: TimeInterval) { fatalError() }
}

public struct EveryMinuteTimelineSchedule: TimelineSchedule, Sendable {
    public init() { fatalError() }
}

extension TimelineSchedule where Self == PeriodicTimelineSchedule {
    public static func periodic(from startDate: Date, by interval: TimeInterval) -> PeriodicTimelineSchedule {
        fatalError()
    }
}

extension TimelineSchedule where Self == EveryMinuteTimelineSchedule {
    public static var everyMinute: EveryMinuteTimelineSchedule { fatalError() }
}
