import Testing

@testable import SourceFetching

@Suite(.timeLimit(.minutes(1))) struct HostGateTests {
    private let host = HostKey(named: "one.example")
    private let clock = ManualClock()

    private func gate(inFlight: Int = 1, spacing: Double = 0) -> HostGate {
        HostGate(
            settings: PacingSettings(standard: .init(inFlight: inFlight, spacing: spacing), rules: [:], patience: 5),
            clock: clock)
    }

    /// Starts tasks that enter, one after the other, and yields what each was told as it happens.
    private func enter(_ gate: HostGate, times: Int) -> [Task<HostGate.Entry, Never>] {
        (0..<times).map { _ in Task { [host] in await gate.enter(host) } }
    }

    @Test func `a place given back goes to who waits`() async {
        let gate = gate()
        #expect(await gate.enter(host) == .granted)
        async let second = gate.enter(host)
        gate.leave(host)
        #expect(await second == .granted)
    }

    @Test func `the alarm lets the next one go when its time has come`() async throws {
        let gate = gate(inFlight: 9, spacing: 10)
        #expect(await gate.enter(host) == .granted)
        let tasks = enter(gate, times: 3)
        let done = Task {
            var entries: [HostGate.Entry] = []
            for task in tasks { entries.append(await task.value) }
            return entries
        }
        // Each task queues when it gets to run; moving on by the spacing lets one more go each time.
        var time = 0.0
        while !(await settled(tasks, clock: clock, time: &time)) { try Task.checkCancellation() }
        #expect(await done.value == [.granted, .granted, .granted])
        #expect(clock.now >= 30)
    }

    private func settled(_ tasks: [Task<HostGate.Entry, Never>], clock: ManualClock, time: inout Double) async -> Bool {
        time += 10
        clock.move(to: time)
        await Task.yield()
        return time >= 10_000
    }

    @Test func `cancelling ends a wait, before it began and after`() async {
        let gate = gate()
        #expect(await gate.enter(host) == .granted)
        let waiting = Task { [host] in await gate.enter(host) }
        let early = Task { [host] in
            withUnsafeCurrentTask { $0?.cancel() }
            return await gate.enter(host)
        }
        #expect(await early.value == .cancelled)
        waiting.cancel()
        #expect(await waiting.value == .cancelled)
        gate.leave(host)
        #expect(await gate.enter(host) == .granted)
    }

    @Test func `a long pause sends everybody away with what is left of it`() async {
        let gate = gate()
        #expect(await gate.enter(host) == .granted)
        let waiting = Task { [host] in await gate.enter(host) }
        gate.hold(host, seconds: 600)
        #expect(await waiting.value == .held(seconds: 600))
        gate.leave(host)
        clock.move(to: 100.5)
        #expect(await gate.enter(host) == .held(seconds: 500))
        #expect(gate.held(host) == 500)
        #expect(await gate.enter(HostKey(named: "two.example")) == .granted)
        clock.move(to: 600)
        #expect(await gate.enter(host) == .granted)
    }
}
