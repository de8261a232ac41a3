import Benchmark
import Ledger
import TriggerModel

/// Polls into the state file, one durable transaction each.
enum LedgerStage {
    private static let sources = 40

    static func register() {
        measure("ledger: a poll of 30 known items") { _ in
            documents(first: 0)
        } poll: { ledger, source, items, number in
            try take(items, of: source, number, ledger)
        }
        measure("ledger: a poll of 30 new items") { number in
            documents(first: number * InventedFeeds.itemsEach)
        } poll: { ledger, source, items, number in
            try take(items, of: source, number, ledger)
        }
        measure("ledger: an unchanged poll") { _ in
            documents(first: 0)
        } poll: { ledger, source, _, number in
            try ledger.commitUnchanged([record(source, number, .notModified)])
        }
    }

    /// - Parameter prepare: the documents of one round over the sources, by the round's number from 1 on.
    private static func measure(
        _ name: String, prepare: @escaping (Int) -> [[Item]],
        poll: @escaping (WatchLedger, String, [Item], Int) throws -> Void
    ) {
        var round = 0
        Benchmark(name, configuration: .stage("transaction")) { benchmark, ledger in
            round += 1
            let documents = prepare(round)
            try benchmark.pass(Work(unit: "transaction", count: documents.count)) {
                for (source, items) in documents.enumerated() { try poll(ledger, "newsroom\(source)", items, round) }
            }
        } setup: {
            let ledger = try WatchLedger(path: ScratchFolder.make("ledger") + "/whynow.sqlite")
            for (source, items) in documents(first: 0).enumerated() {
                try take(items, of: "newsroom\(source)", 0, ledger)
            }
            return ledger
        } teardown: {
            try ScratchFolder.remove()
        }
    }

    private static func documents(first: Int) -> [[Item]] {
        (0..<sources).map { InventedItems.document(of: "newsroom\($0)", first: $0 * 100_000 + first) }
    }

    /// All that is new is gated, as most news is.
    private static func take(_ items: [Item], of source: String, _ round: Int, _ ledger: WatchLedger) throws {
        try ledger.commitPoll(record(source, round, .document)) { transaction in
            for case .new(let id) in try transaction.identifyAll(items) {
                try transaction.judge(id, as: .gated(Gate(.recognise, "no-cue", "no rule has words for it")))
            }
        }
    }

    private static func record(_ source: String, _ round: Int, _ outcome: PollOutcome) -> PollRecord {
        let now = Timestamp(seconds: 1_781_600_000 + round * 900)
        return PollRecord(
            source: source, at: now, outcome: outcome, status: 200, bytes: 25_000, etag: "\"\(round)\"",
            nextPollAt: now.adding(seconds: 900))
    }
}
