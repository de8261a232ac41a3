public import Synchronization

/// Something that takes long to build, built when it is first asked for and then kept.
public final class OnDemand<Value: Sendable>: Sendable {
    @usableFromInline
    enum State {
        case waiting(@Sendable () -> Value)
        case built(Value)
    }

    @usableFromInline
    let state: Mutex<State>

    public init(_ build: @escaping @Sendable () -> Value) { state = Mutex(.waiting(build)) }

    /// Whoever asks while it is being built waits for it.
    ///
    /// Inlinable, and so public, because it is asked for with every item: a caller in another module that sees only a
    /// generic type looks up what the type is made of each time.
    @inlinable
    public var value: Value {
        state.withLock { state in
            switch state {
            case .built(let value): return value
            case .waiting(let build):
                let value = build()
                state = .built(value)
                return value
            }
        }
    }
}
