internal import Synchronization

/// Something that takes long to build, built when it is first asked for and then kept.
package final class OnDemand<Value: Sendable>: Sendable {
    private enum State {
        case waiting(@Sendable () -> Value)
        case built(Value)
    }

    private let state: Mutex<State>

    package init(_ build: @escaping @Sendable () -> Value) { state = Mutex(.waiting(build)) }

    /// Whoever asks while it is being built waits for it.
    package var value: Value {
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
