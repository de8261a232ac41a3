import Testing

@testable import SourceFetching

/// A reference around the value, because an expectation cannot call what mutates.
private final class Pacing {
    private var value: HostPacing

    init(_ settings: PacingSettings) { value = HostPacing(settings: settings) }

    func enter(_ ticket: UInt64, _ host: HostKey, spacing: Double = 0, now: Double) -> Double? {
        value.enter(ticket, host, spacing: spacing, now: now)
    }
    func withdraw(_ ticket: UInt64, _ host: HostKey) -> Bool { value.withdraw(ticket, host) }
    func leave(_ host: HostKey, now: Double) { value.leave(host, now: now) }
    func hold(_ host: HostKey, seconds: Double, now: Double) -> [UInt64] {
        value.hold(host, seconds: seconds, now: now)
    }
    func held(_ host: HostKey, now: Double) -> Double { value.held(host, now: now) }
    func grants(now: Double) -> (granted: [UInt64], wakeAt: Double?) { value.grants(now: now) }
}

@Suite struct HostPacingTests {
    private let one = HostKey(named: "one.example")
    private let two = HostKey(named: "two.example")

    private func pacing(
        total: Int = 100, inFlight: Int = 2, spacing: Double = 0, rules: [String: PacingSettings.Rule] = [:]
    ) -> Pacing {
        Pacing(
            PacingSettings(
                total: total, standard: .init(inFlight: inFlight, spacing: spacing), rules: rules, patience: 5))
    }

    @Test func `few are in flight at a host and the next goes when one is over`() {
        let pacing = pacing()
        for ticket in 1...4 { #expect(pacing.enter(UInt64(ticket), one, now: 0) == nil) }
        #expect(pacing.grants(now: 0).granted == [1, 2])
        #expect(pacing.grants(now: 9).granted == [])
        pacing.leave(one, now: 10)
        #expect(pacing.grants(now: 10).granted == [3])
    }

    @Test func `starts at a host keep their distance, and the wake-up time says when`() {
        let pacing = pacing(spacing: 2)
        for ticket in 1...3 { _ = pacing.enter(UInt64(ticket), one, now: 0) }
        #expect(pacing.grants(now: 0) == ([1], 2))
        pacing.leave(one, now: 0.5)
        #expect(pacing.grants(now: 1.9) == ([], 2))
        #expect(pacing.grants(now: 2) == ([2], 4))
        #expect(pacing.grants(now: 3.9) == ([], 4))
        #expect(pacing.grants(now: 4) == ([3], nil))
    }

    @Test func `a ticket may ask for more distance behind it, never for less`() {
        let pacing = pacing(spacing: 2)
        for (ticket, spacing) in [(1, 5.0), (2, 1.0), (3, 0.0)] as [(UInt64, Double)] {
            _ = pacing.enter(ticket, one, spacing: spacing, now: 0)
        }
        #expect(pacing.grants(now: 0) == ([1], 5))
        pacing.leave(one, now: 1)
        #expect(pacing.grants(now: 4.9) == ([], 5))
        #expect(pacing.grants(now: 5) == ([2], 7))
        pacing.leave(one, now: 6)
        #expect(pacing.grants(now: 7).granted == [3])
    }

    @Test func `hosts take turns when places are few`() {
        let pacing = pacing(total: 1, inFlight: 9)
        for ticket in 1...4 { _ = pacing.enter(UInt64(ticket), one, now: 0) }
        for ticket in 11...13 { _ = pacing.enter(UInt64(ticket), two, now: 0) }
        var order: [UInt64] = []
        for _ in 0..<7 {
            let granted = pacing.grants(now: 0).granted
            #expect(granted.count == 1)
            order += granted
            pacing.leave(granted[0] > 10 ? two : one, now: 0)
        }
        #expect(order == [1, 11, 2, 12, 3, 13, 4])
    }

    @Test func `a paused host holds up nobody else and its own wait for the end of the pause`() {
        let pacing = pacing()
        #expect(pacing.hold(one, seconds: 4, now: 0) == [])
        #expect(pacing.enter(1, one, now: 0) == nil)
        _ = pacing.enter(2, two, now: 0)
        #expect(pacing.grants(now: 0) == ([2], 4))
        #expect(pacing.grants(now: 4).granted == [1])
    }

    @Test func `a pause beyond patience is told to those who wait and those who come`() {
        let pacing = pacing(inFlight: 1)
        for ticket in 1...3 { _ = pacing.enter(UInt64(ticket), one, now: 0) }
        #expect(pacing.grants(now: 0).granted == [1])
        #expect(pacing.hold(one, seconds: 600, now: 1) == [2, 3])
        pacing.leave(one, now: 1)
        #expect(pacing.enter(4, one, now: 2) == 599)
        #expect(pacing.held(one, now: 2) == 599)
        #expect(pacing.enter(5, one, now: 597) == nil)
        #expect(pacing.grants(now: 597) == ([], 601))
        #expect(pacing.grants(now: 601).granted == [5])
    }

    @Test func `a pause is never shortened`() {
        let pacing = pacing()
        _ = pacing.hold(one, seconds: 100, now: 0)
        _ = pacing.hold(one, seconds: 1, now: 0)
        #expect(pacing.held(one, now: 50) == 50)
    }

    @Test func `a ticket taken out leaves its place to the next`() {
        let pacing = pacing(inFlight: 1)
        for ticket in 1...3 { _ = pacing.enter(UInt64(ticket), one, now: 0) }
        _ = pacing.grants(now: 0)
        #expect(pacing.withdraw(2, one))
        #expect(!pacing.withdraw(2, one))
        #expect(!pacing.withdraw(1, one))
        pacing.leave(one, now: 0)
        #expect(pacing.grants(now: 0).granted == [3])
    }

    @Test func `SEC is asked twice a second by default, whatever else goes on`() {
        let pacing = Pacing(PacingSettings())
        let sec = HostKey(named: "sec.gov")
        for ticket in 1...20 { _ = pacing.enter(UInt64(ticket), sec, now: 0) }
        var starts: [Double] = []
        var now = 0.0
        while starts.count < 20 {
            let (granted, wakeAt) = pacing.grants(now: now)
            for _ in granted {
                starts.append(now)
                pacing.leave(sec, now: now)
            }
            now = wakeAt ?? pacing.grants(now: now).wakeAt ?? now + 0.5
        }
        for (earlier, later) in zip(starts, starts.dropFirst()) { #expect(later - earlier >= 0.5) }
        #expect(now >= 9.5 && now < 12)
    }

    @Test func `ten thousand hosts are all served, each within its limits, in time that grows with their number`() {
        let pacing = pacing(total: 64, inFlight: 2, spacing: 1)
        let hosts = (0..<10_000).map { HostKey(named: "h\($0).example") }
        for ticket in 0..<30_000 { _ = pacing.enter(UInt64(ticket), hosts[ticket % 10_000], now: 0) }
        var now = 0.0
        var served = Array(repeating: 0, count: 10_000)
        var flying: [UInt64] = []
        var rounds = 0
        while served.reduce(0, +) < 30_000, rounds < 100_000 {
            rounds += 1
            let (granted, wakeAt) = pacing.grants(now: now)
            flying += granted
            #expect(flying.count <= 64)
            if flying.isEmpty { now = wakeAt ?? now }
            for ticket in flying {
                served[Int(ticket % 10_000)] += 1
                pacing.leave(hosts[Int(ticket % 10_000)], now: now)
            }
            flying = []
        }
        #expect(served.allSatisfy { $0 == 3 })
        #expect(now == 2)
    }
}

@Suite struct MinHeapTests {
    @Test func `entries leave in the order of their times`() {
        var heap = MinHeap<Int>()
        let times = (0..<500).map { Double(($0 * 7919) % 503) }
        for (index, time) in times.enumerated() { heap.insert(time, index) }
        var out: [Double] = []
        while let (at, index) = heap.removeFirst() {
            #expect(times[index] == at)
            out.append(at)
        }
        #expect(out == times.sorted())
    }
}
