import Foundation
import Ledger
import LoopbackServer
import Testing
import TriggerModel

extension CommandSuite {
    /// Promise 3: killed anywhere, nothing is lost and nothing comes twice.
    @Suite("A cycle that is killed")
    struct KillTests {
        /// What a kill found the ledger doing.
        private enum Phase: String {
            /// Nothing was committed that owes a file.
            case before
            /// At least one file was committed and had no receipt.
            case between
            /// All that was committed was receipted, more was to come.
            case after
            /// The cycle was over before the kill came.
            case notKilled
        }

        /// All that is visible after a cycle has ended.
        private struct Ending: Equatable {
            var queue: [String: [UInt8]]
            var spool: [String: [UInt8]]
            var digest: [String: [UInt8]]
            var leftovers: [String]
            var picture: LedgerPicture

            var allFiles: [String: [UInt8]] { queue.merging(spool) { first, _ in first } }
        }

        private let world: KillWorld

        init() throws { world = try KillWorld.shared.get() }

        @Test("at points spread over its whole length ends like an undisturbed one once it is run again")
        func killedAnywhere() throws {
            let undisturbed = try measured()
            let expected = undisturbed.ending
            #expect(expected.queue.count >= 60)
            #expect(Set(expected.picture.alerts.map(\.rep)) == ["ada", "ben"])
            #expect(expected.spool.count == 2)
            #expect(expected.leftovers.isEmpty)
            #expect(expected.picture.owed.isEmpty)

            var phases: [Phase: Int] = [:]
            var random = SplitMix(seed: 7)
            let spread = 52
            for index in 0..<spread {
                let point = undisturbed.seconds * (Double(index) + 0.5) / Double(spread)
                let phase = try kill(.after(seconds: point))
                phases[phase, default: 0] += 1
                // Some are struck a second time while they recover.
                if index % 8 == 0 { _ = try run(killed: .after(seconds: undisturbed.seconds * random.unit())) }
                try expectSameEnding(expected, "killed after \(point) s of \(undisturbed.seconds) s, \(phase)")
            }
            // The moment a file appears in tmp/ or in new/, its row has no receipt: there more kills go, on the first
            // file, on the last, and on some between. A machine that became quicker meanwhile loses some of the kills
            // above, which are made up for here.
            let appearances = 2 * (expected.queue.count + expected.spool.count)
            var blows = 0
            while blows < 12 || killed(phases) < 50, blows < 40 {
                let count = blows < 12 ? 1 + blows * (appearances - 1) / 11 : 1 + Int(random.unit() * Double(appearances))
                let phase = try kill(.atFile(count, world.watched.filesAppearing()))
                phases[phase, default: 0] += 1
                blows += 1
                try expectSameEnding(expected, "killed when \(count) of \(appearances) files had appeared, \(phase)")
            }
            let counted = "killed \(killed(phases)) times, of these \(phases[.between, default: 0]) between commit and receipt"
            #expect(killed(phases) >= 50, "\(counted)")
            #expect(phases[.between, default: 0] >= 10, "\(counted)")
            #expect(phases[.before, default: 0] >= 1, "\(counted)")
            let all = phases.map { "\($0.value) \($0.key.rawValue)" }.sorted().joined(separator: ", ")
            print("kill -9: \(counted) (\(all)); undisturbed length \(undisturbed.seconds) s")
        }

        @Test("never hands a consumer the same file twice, also when it takes files before the cycle is run again")
        func consumerTakesFilesInBetween() throws {
            let expected = try measured().ending
            let appearances = 2 * (expected.queue.count + expected.spool.count)
            var takenWithoutReceipt = 0
            for blow in 0..<12 {
                let count = 2 + blow * (appearances - 2) / 11
                let phase = try kill(.atFile(count, world.watched.filesAppearing()))
                let unpaid = try world.watched.look { try $0.unfinishedOutboxNames().map(\.name) }
                let taken = try consume()
                if !taken.keys.filter(unpaid.contains).isEmpty { takenWithoutReceipt += 1 }
                let rerun = try world.run()
                #expect(rerun.exitCode == 0, "\(rerun.talk)")
                let late = try consume()
                #expect(Set(taken.keys).isDisjoint(with: late.keys), "a file came twice after \(phase)")
                #expect(taken.merging(late) { first, _ in first } == expected.allFiles, "after \(phase)")
                let again = try world.run()
                #expect(again.exitCode == 0, "\(again.talk)")
                #expect(try consume().isEmpty, "a third cycle brought files again")
            }
            #expect(takenWithoutReceipt >= 1, "no consumer took a file whose row had no receipt")
        }

        // MARK: Runs

        private func killed(_ phases: [Phase: Int]) -> Int {
            phases.reduce(0) { $0 + ($1.key == .notKilled ? 0 : $1.value) }
        }

        private func measured() throws -> (seconds: Double, ending: Ending) {
            var seconds = Double.infinity
            for _ in 0..<3 {
                try world.watched.forget()
                let run = try world.run()
                try #require(run.exitCode == 0, "\(run.talk)")
                seconds = min(seconds, run.seconds)
            }
            return (seconds, try ending())
        }

        /// Starts on fresh state, kills, and says what it was doing.
        private func kill(_ blow: @autoclosure () throws -> BuiltProgram.Blow) throws -> Phase {
            try world.watched.forget()
            return try run(killed: blow())
        }

        private func run(killed blow: BuiltProgram.Blow) throws -> Phase {
            let run = try BuiltProgram.run(world.arguments, killed: blow)
            guard run.exitCode == nil else { return .notKilled }
            do {
                return try world.watched.look { ledger in
                    if try !ledger.unfinishedOutboxNames().isEmpty { return .between }
                    return try ledger.alerts(since: Timestamp(seconds: 0), limit: 1).isEmpty ? .before : .after
                }
            } catch let error as LedgerError {
                switch error {
                // A state file in the making; while it is not in WAL mode yet, a reader may not roll it back.
                case .missing, .olderSchema, .diskFailed: return .before
                default: throw error
                }
            }
        }

        private func expectSameEnding(_ expected: Ending, _ what: String) throws {
            let rerun = try world.run()
            #expect(rerun.exitCode == 0, "\(what): \(rerun.talk)")
            let ending = try ending()
            #expect(ending.queue.keys.sorted() == expected.queue.keys.sorted(), "names in queue/new, \(what)")
            #expect(ending.spool.keys.sorted() == expected.spool.keys.sorted(), "names in spool/new, \(what)")
            #expect(ending.leftovers.isEmpty, "\(what)")
            // One comparison for the rest; its halves are large, so only the fact is reported.
            let isEqual = ending == expected
            #expect(isEqual, "\(differences(ending, expected)), \(what)")
        }

        private func ending() throws -> Ending {
            let watched = world.watched
            return Ending(
                queue: try TemporaryFolder.files(watched.queue + "/new"),
                spool: try TemporaryFolder.files(watched.spool + "/new"),
                digest: try TemporaryFolder.files(watched.digest),
                leftovers: TemporaryFolder.names(watched.queue + "/tmp") + TemporaryFolder.names(watched.spool + "/tmp"),
                picture: try watched.look { try LedgerPicture(of: $0, on: KillWorld.now.day) })
        }

        private func differences(_ left: Ending, _ right: Ending) -> String {
            var names: [String] = []
            if left.queue != right.queue { names.append("bytes in the queue") }
            if left.spool != right.spool { names.append("bytes in the spool") }
            if left.digest != right.digest { names.append("files for people in digest/") }
            let (mine, other) = (left.picture, right.picture)
            if mine.items != other.items { names.append("items") }
            if mine.events != other.events { names.append("events") }
            if mine.gates != other.gates { names.append("gates") }
            if mine.alerts != other.alerts { names.append("alerts") }
            if mine.digests != other.digests { names.append("digests") }
            if mine.sources != other.sources { names.append("source states") }
            if mine.polls != other.polls { names.append("polls") }
            if mine.days != other.days { names.append("counts of the day") }
            if mine.faults != other.faults { names.append("faults") }
            if mine.owed != other.owed { names.append("owed files") }
            return "another ending: \(names.joined(separator: ", "))"
        }

        /// What a consumer does: moves everything out of `new/`.
        private func consume() throws -> [String: [UInt8]] {
            var taken: [String: [UInt8]] = [:]
            for folder in [world.watched.queue, world.watched.spool] {
                for (name, bytes) in try TemporaryFolder.files(folder + "/new") {
                    taken[name] = bytes
                    try FileManager.default.removeItem(atPath: "\(folder)/new/\(name)")
                }
            }
            return taken
        }
    }
}
