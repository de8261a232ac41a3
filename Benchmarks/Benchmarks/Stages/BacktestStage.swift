import Benchmark
import Foundation
import Ledger
import TriggerModel
import WatcherRuntime

/// A year of stored news read again with other rules, as `whynow backtest` does it.
enum BacktestStage {
    /// A year of two hundred wires and newsrooms: 2,700 items a day.
    private static let items = 1_000_000
    private static let sources = 200
    private static let accounts = 1000
    private static let start = CalendarDay("2025-07-01")!  // a day of the calendar
    private static let secondsEach = 365 * 86_400 / items

    static func register() {
        measure("one rule disabled") { rules in
            try edit("\(rules)/leadership.yaml") { text in
                guard let rule = text.range(of: "\n  leadership.cfo:\n"),
                    let status = text.range(of: "status: live", range: rule.upperBound..<text.endIndex)
                else { return false }
                text.replaceSubrange(status, with: "status: disabled")
                return true
            }
        }
        measure("a hedge more in the shared words") { rules in
            try edit("\(rules)/language-en.yaml") { text in
                guard let hedges = text.range(of: "\nhedges:\n") else { return false }
                text.insert(contentsOf: "  - \"as orders slow\"\n", at: hedges.upperBound)
                return true
            }
        }
    }

    /// - Parameter change: makes the folder of rules another one.
    private static func measure(_ name: String, _ change: @escaping (String) throws -> Void) {
        Benchmark(
            "backtest: \(items) items, \(name)",
            configuration: .init(
                metrics: [.rate(of: "item"), .cpu(of: "item"), .wallClock, .peakMemoryResident], warmupIterations: 0,
                maxDuration: .seconds(600), maxIterations: 1)
        ) { benchmark, directory in
            let said = CommandOutput(data: { _ in }, talk: { FileHandle.standardError.write(Data("\($0)\n".utf8)) })
            let backtest = BacktestCommand(directory: directory, output: said)
            try await benchmark.pass(Work(unit: "item", count: items), idle: 0) {
                let code = try await backtest.run(
                    rules: "\(directory)/other", since: start, refuseOver: nil, json: false)
                if code != .ok { benchmark.error("it ended with \(code)") }
            }
        } setup: {
            let directory = try ScratchFolder.make("backtest")
            for part in ["reps.yaml", "rules", "profiles"] {
                try FileManager.default.copyItem(
                    atPath: "\(ShippedConfig.directory)/\(part)", toPath: "\(directory)/\(part)")
            }
            try FileManager.default.copyItem(atPath: "\(directory)/rules", toPath: "\(directory)/other")
            try change("\(directory)/other")
            let state = try ScratchFolder.make("backtest/state")
            try ScratchFolder.write(
                "directories:\n  state: \(state)\nfallback-rep: dana\n", to: "\(directory)/whynow.yaml")
            let folder = try ScratchFolder.make("backtest/accounts")
            try ScratchFolder.write(InventedAccounts.csv(accounts), to: "\(folder)/accounts.csv")
            try fill(WatchLedger(path: "\(state)/whynow.sqlite"))
            return directory
        } teardown: {
            try ScratchFolder.remove()
        }
    }

    /// The year, in polls of a wire each. Every other item is a headline only.
    private static func fill(_ ledger: WatchLedger) throws {
        let each = 1000
        for (poll, first) in stride(from: 0, to: items, by: each).enumerated() {
            let source = "wire\(poll % sources)"
            let news = (first..<first + each).map { number in
                var item = InventedItems.item(InventedStory(number), source: source)
                // No two are the same, as wires number what they repeat.
                item.title = item.title.map { "\($0) (\(number))" }
                if number % 2 == 1 { item.summary = nil }
                item.published = Timestamp(start).adding(seconds: number * secondsEach)
                return item
            }
            let now = Timestamp(start).adding(seconds: (first + each) * secondsEach)
            let record = PollRecord(
                source: source, at: now, outcome: .document, status: 200, nextPollAt: now.adding(seconds: 900))
            try ledger.commitPoll(record) { transaction in
                for case .new(let id) in try transaction.identifyAll(news) {
                    try transaction.judge(id, as: .gated(Gate(.recognise, "no-cue", "no rule has words for it")))
                }
            }
        }
        try ledger.close()
    }

    private static func edit(_ path: String, _ change: (inout String) -> Bool) throws {
        var text = try String(contentsOfFile: path, encoding: .utf8)
        guard change(&text) else { throw ShippedConfig.Missing(path: path) }
        try ScratchFolder.write(text, to: path)
    }
}
