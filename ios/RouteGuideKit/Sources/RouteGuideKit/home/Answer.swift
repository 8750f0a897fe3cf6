// What a question to the core comes back with: an answer, or words for the traveller. Nothing else is thrown past here.
import RouteGuide

/// An answer of the core, or what it says in its place.
public enum Answer<Value: Sendable>: Sendable {
    /// What was asked for.
    case given(Value)

    /// Why there is none, for the traveller.
    case refused(Said)

    /// What was asked for; nothing where the core had only words.
    public var value: Value? {
        if case .given(let value) = self { value } else { nil }
    }

    /// What the core says in place of an answer.
    public var said: Said? {
        if case .refused(let said) = self { said } else { nil }
    }

    /// The same answer, made into something else.
    public func map<Other: Sendable>(_ make: (Value) -> Other) -> Answer<Other> {
        switch self {
        case .given(let value): .given(make(value))
        case .refused(let said): .refused(said)
        }
    }
}

extension Answer: Equatable where Value: Equatable {}
