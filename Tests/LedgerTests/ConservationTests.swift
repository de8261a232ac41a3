import Ledger
import Testing
import TriggerModel

/// SplitMix64: the same documents in every run of a seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

@Suite struct ConservationTests {
    @Test("Items add up for every poll and every day, whatever documents say", arguments: 1...12)
    func addsUp(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let ledger = try Scratch.ledger()
        var days: [CalendarDay: PollCounts] = [:]
        var identities: Set<StoredItemID> = []
        var settled = 0
        var now = start
        for _ in 0..<25 {
            now = now.adding(seconds: Int.random(in: 600...90_000, using: &random))
            let source = ["a", "b"].randomElement(using: &random)!
            let items = (0..<Int.random(in: 0...12, using: &random)).map { _ in Self.item(source, &random) }
            let broken = Int.random(in: 0..<8, using: &random) == 0
            let choices = items.map { _ in Int.random(in: 0..<4, using: &random) }
            do {
                let counts = try ledger.commitPoll(document(source, at: now)) { poll throws in
                    for (identity, choice) in zip(try poll.identifyAll(items), choices) where identity.isNew {
                        switch choice {
                        case 0: try poll.judge(identity.id, as: .gated(noCue))
                        case 1: try poll.judge(identity.id, as: .told)
                        case 2: try poll.judge(identity.id, as: .alerted)
                        default:
                            try poll.awaitDocument(
                                AwaitedDocument(url: "https://x.example", kind: "article", deadline: now),
                                for: identity.id)
                        }
                    }
                    if broken { throw PollTransactionTests.Broken() }
                    return poll.counts
                }
                #expect(counts.isBalanced)
                #expect(try ledger.polls(of: source, limit: 1).first?.counts == counts)
                days[now.day, default: PollCounts()].items += counts.items
            } catch is PollTransactionTests.Broken {}
            for waiting in try ledger.awaitingDue(now).prefix(2) {
                #expect(try ledger.commit(at: now) { try $0.settle(waiting.id, as: .told) })
                #expect(try ledger.commit(at: now) { try !$0.settle(waiting.id, as: .alerted) })
                settled += 1
            }
        }
        var new = 0
        var awaited = 0
        for (day, sum) in days {
            let counted = try ledger.conservation(on: day)
            #expect(counted.isBalanced)
            #expect(counted.items.items == sum.items)
            new += counted.items.new
            awaited += counted.items.awaiting
        }
        // Each new item is one stored item with one outcome; what waited is settled or still waits.
        for stored in try ledger.items(since: start, limit: 10_000) { identities.insert(stored.id) }
        let waiting = try ledger.status(on: now.day).awaiting
        #expect(new == identities.count + waiting)
        #expect(awaited == settled + waiting)
    }

    /// Few values for each field, so that keys collide in every way.
    private static func item(_ source: String, _ random: inout Seeded) -> Item {
        func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
        return news(
            pick(["A", "B", "C", "D", nil]), guid: pick(["1", "2", "3", "https://acme.example/1"]),
            url: pick(["https://acme.example/1", "http://www.acme.example/1/", "https://acme.example/2", nil]),
            day: pick([0, 1, 2, 5, 40, nil]), text: pick(["x", "y", nil]), source: source)
    }
}
