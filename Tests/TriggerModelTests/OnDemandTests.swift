import Synchronization
import Testing

@testable import TriggerModel

@Suite("What is built on demand")
struct OnDemandTests {
    @Test("is built by the first who asks, once, however many ask at once")
    func once() async {
        let built = Mutex(0)
        let value = OnDemand {
            built.withLock {
                $0 += 1
                return $0
            }
        }
        #expect(built.withLock { $0 } == 0)
        let answers = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<16 { group.addTask { value.value } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: 1, count: 16))
        #expect(built.withLock { $0 } == 1)
    }
}
