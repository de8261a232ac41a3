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

    @Test func `a place given back goes to who waits`() async {
        let gate = gate()
        #expect(await gate.enter(host) == .granted)
        async let second = gate.enter(host)
        gate.leave(host)
        #expect(await second == .granted)
    }

    @Test func `the alarm lets the next one go when its time has come`() async {
        let gate = gate(inFlight: 9, spacing: 10)
        #expect(await gate.enter(host) == .granted)
        for turn in 1...3 {
            async let next = gate.enter(host)
            await clock.waitForAlarm()
            clock.move(to: Double(turn) * 10 - 0.1)
            #expect(clock.hasAlarm, "nobody goes early")
            clock.move(to: Double(turn) * 10)
            #expect(await next == .granted)
        }
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
