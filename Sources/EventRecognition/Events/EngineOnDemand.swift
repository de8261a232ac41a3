import RuleLanguage
import Synchronization
import TriggerModel

/// An engine that is built when it is first asked for, and then kept.
final class EngineOnDemand: Sendable {
    private enum State {
        case waiting(RulePack, [Account])
        case built(Engine)
    }

    private let state: Mutex<State>

    init(pack: RulePack, accounts: [Account]) { state = Mutex(.waiting(pack, accounts)) }

    /// Whoever asks while it is being built waits for it.
    var engine: Engine {
        state.withLock { state in
            switch state {
            case .built(let engine): return engine
            case .waiting(let pack, let accounts):
                let engine = Engine(pack: pack, accounts: accounts)
                state = .built(engine)
                return engine
            }
        }
    }
}
