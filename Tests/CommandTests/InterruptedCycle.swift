import Foundation
import Ledger
import Testing
import TriggerModel

/// Cycles on fresh state that are killed, run again, and compared with an undisturbed one.
struct InterruptedCycle {
    /// What a kill found the ledger doing.
    enum Phase: String {
        /// Nothing was committed that owes a file.
        case before
        /// At least one file was committed and had no receipt.
        case between
        /// All that was committed was receipted.
        case after
        /// The cycle was over before the kill came.
        case notKilled
    }

    /// All that is visible after a cycle has ended.
    struct Ending: Equatable {
        var queue: [String: [UInt8]]
        var spool: [String: [UInt8]]
        var digest: [String: [UInt8]]
        /// What lies in `tmp/`.
        var leftovers: [String]
        var picture: LedgerPicture

        var allFiles: [String: [UInt8]] { queue.merging(spool) { first, _ in first } }

        /// What differs, in words.
        func differences(from other: Ending) -> String {
            let parts: [(String, Bool)] = [
                ("names in queue/new", queue.keys.sorted() == other.queue.keys.sorted()),
                ("names in spool/new", spool.keys.sorted() == other.spool.keys.sorted()),
                ("bytes in the queue", queue == other.queue), ("bytes in the spool", spool == other.spool),
                ("files for people", digest == other.digest), ("files in tmp/", leftovers == other.leftovers),
                ("items", picture.items == other.picture.items), ("events", picture.events == other.picture.events),
                ("gates", picture.gates == other.picture.gates), ("alerts", picture.alerts == other.picture.alerts),
                ("digests", picture.digests == other.picture.digests),
                ("source states", picture.sources == other.picture.sources),
                ("polls", picture.polls == other.picture.polls), ("days", picture.days == other.picture.days),
                ("faults", picture.faults == other.picture.faults), ("owed files", picture.owed == other.picture.owed),
            ]
            return parts.filter { !$0.1 }.map(\.0).joined(separator: ", ")
        }
    }

    let watched: Watched
    private var arguments: [String] { ["run", "--once", "--config", watched.config, "--now", "\(KillWorld.now)"] }

    /// The shortest of three undisturbed cycles, and how each of them ended.
    func undisturbed() throws -> (seconds: Double, ending: Ending) {
        var seconds = Double.infinity
        var endings: [Ending] = []
        for _ in 0..<3 {
            try watched.forget()
            let run = try run()
            try #require(run.exitCode == 0, "\(run.talk)")
            seconds = min(seconds, run.seconds)
            endings.append(try ending())
        }
        #expect(endings.allSatisfy { $0 == endings[0] }, "two undisturbed cycles end differently")
        return (seconds, endings[0])
    }

    func run() throws -> BuiltProgram.Run { try BuiltProgram.run(arguments) }

    /// Starts on fresh state, kills, and says what it was doing.
    func kill(_ blow: @autoclosure () throws -> BuiltProgram.Blow) throws -> Phase {
        try watched.forget()
        return try strike(blow())
    }

    /// Starts on the state as it is, kills, and says what it was doing.
    func strike(_ blow: BuiltProgram.Blow) throws -> Phase {
        let run = try BuiltProgram.run(arguments, killed: blow)
        guard run.exitCode == nil else { return .notKilled }
        do {
            return try watched.look { ledger in
                if try !ledger.unfinishedOutboxNames().isEmpty { return .between }
                return try ledger.alerts(since: Timestamp(seconds: 0), limit: 1).isEmpty ? .before : .after
            }
        } catch let error as LedgerError {
            switch error {
            // A state file in the making.
            case .missing, .olderSchema, .unfinished: return .before
            default: throw error
            }
        }
    }

    /// Runs to the end what was killed; nothing may be left of the kill.
    func expectRecovery(to expected: Ending, _ what: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let rerun = try run()
        #expect(rerun.exitCode == 0, "\(what): \(rerun.talk)", sourceLocation: sourceLocation)
        let ending = try ending()
        // The values are large, so only what differs is reported.
        let isEqual = ending == expected
        #expect(isEqual, "\(what): other \(ending.differences(from: expected))", sourceLocation: sourceLocation)
    }

    /// What a consumer does: takes everything out of `new/`.
    func consume() throws -> [String: [UInt8]] {
        var taken: [String: [UInt8]] = [:]
        for folder in [watched.queue, watched.spool] {
            for (name, bytes) in try TemporaryFolder.files(folder + "/new") {
                taken[name] = bytes
                try FileManager.default.removeItem(atPath: "\(folder)/new/\(name)")
            }
        }
        return taken
    }

    private func ending() throws -> Ending {
        Ending(
            queue: try TemporaryFolder.files(watched.queue + "/new"),
            spool: try TemporaryFolder.files(watched.spool + "/new"), digest: try TemporaryFolder.files(watched.digest),
            leftovers: TemporaryFolder.names(watched.queue + "/tmp") + TemporaryFolder.names(watched.spool + "/tmp"),
            picture: try watched.look { try LedgerPicture(of: $0, on: KillWorld.now.day) })
    }
}
