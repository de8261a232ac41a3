import Ledger
import Testing
import TriggerModel

extension CommandSuite {
    /// Promise 3: killed anywhere, nothing is lost and nothing comes twice.
    @Suite("A cycle that is killed")
    struct KillTests {
        private typealias Phase = InterruptedCycle.Phase

        @Test("at points spread over its whole length ends like an undisturbed one once it is run again")
        func killedAnywhere() throws {
            let world = try KillWorld()
            let cycle = InterruptedCycle(watched: world.watched)
            let (length, expected) = try cycle.undisturbed()
            #expect(expected.queue.count >= 60)
            #expect(Set(expected.picture.alerts.map(\.rep)) == ["ada", "ben"])
            #expect(expected.spool.count == 2)
            #expect(expected.leftovers.isEmpty)
            #expect(expected.picture.owed.isEmpty)
            #expect(expected.picture.polls.values.joined().allSatisfy { $0.counts.isBalanced })
            #expect(expected.picture.days.values.allSatisfy { $0.isBalanced })

            var phases: [Phase: Int] = [:]
            var random = SplitMix(seed: 7)
            let spread = 54
            for index in 0..<spread {
                let point = length * (Double(index) + 0.5) / Double(spread)
                let phase = try cycle.kill(.after(seconds: point))
                phases[phase, default: 0] += 1
                // Some are struck a second time while they recover.
                if index % 9 == 0 { _ = try cycle.strike(.after(seconds: length * random.unit())) }
                try cycle.expectRecovery(to: expected, "killed after \(point) s of \(length) s, \(phase)")
            }
            // The moment a file appears in tmp/ or in new/, its row has no receipt: there more kills go, on the first
            // file, on the last, and on some between. A machine that became quicker meanwhile loses some of the kills
            // above, which are made up for here.
            let appearances = 2 * expected.allFiles.count
            var blows = 0
            while blows < 4 || killed(phases) < 50 || phases[.between, default: 0] < 12, blows < 60 {
                let count = blows < 4 ? 1 + blows * (appearances - 1) / 3 : 1 + Int(random.unit() * Double(appearances))
                let phase = try cycle.kill(.atSight(count, world.watched.filesAppearing(in: ["tmp", "new"])))
                phases[phase, default: 0] += 1
                blows += 1
                try cycle.expectRecovery(to: expected, "killed at file \(count) of \(appearances), \(phase)")
            }
            let between = phases[.between, default: 0]
            let counted = "killed \(killed(phases)) times, of these \(between) between commit and receipt"
            #expect(killed(phases) >= 50, "\(counted)")
            #expect(between >= 10, "\(counted)")
            #expect(phases[.before, default: 0] >= 1, "\(counted)")
            let all = phases.map { "\($0.value) \($0.key.rawValue)" }.sorted().joined(separator: ", ")
            print("kill -9: \(counted) (\(all)); undisturbed length \(length) s")
        }

        @Test("while it makes its state file, at every write to it, starts again as if nothing had been")
        func killedWhileMakingTheState() throws {
            let world = try KillWorld(feeds: 1)
            let cycle = InterruptedCycle(watched: world.watched)
            let expected = try cycle.undisturbed().ending
            #expect(expected.queue.count == 5)
            var killed = 0
            for count in 1...24 {
                let phase = try cycle.kill(.atSight(count, world.watched.stateWritten()))
                if phase != .notKilled { killed += 1 }
                try cycle.expectRecovery(to: expected, "killed at write \(count) to the state, \(phase)")
            }
            #expect(killed >= 12)
        }

        @Test("never hands a consumer the same file twice, also when it takes files before the cycle is run again")
        func consumerTakesFilesInBetween() throws {
            let world = try KillWorld(inMemory: false)
            let cycle = InterruptedCycle(watched: world.watched)
            let expected = try cycle.undisturbed().ending
            let files = expected.allFiles.count
            var takenWithoutReceipt = 0
            var blow = 0
            while blow < 8 || takenWithoutReceipt < 3, blow < 40 {
                // Killed when the first file, the last one, or one between has reached new/.
                let count = 1 + blow % 8 * (files - 1) / 7
                blow += 1
                let phase = try cycle.kill(.atSight(count, world.watched.filesAppearing(in: ["new"])))
                let owed = try world.watched.look { try Set($0.unfinishedOutboxNames().map(\.name)) }
                let taken = try cycle.consume()
                if !owed.isDisjoint(with: taken.keys) { takenWithoutReceipt += 1 }
                let rerun = try cycle.run()
                #expect(rerun.exitCode == 0, "\(rerun.talk)")
                let late = try cycle.consume()
                let twice = late.keys.filter { taken[$0] != nil }
                #expect(twice.isEmpty, "came twice after \(phase)")
                let isWhole = taken.merging(late) { first, _ in first } == expected.allFiles
                #expect(isWhole, "what the consumer got is not what was owed, \(phase)")
                let again = try cycle.run()
                #expect(again.exitCode == 0, "\(again.talk)")
                #expect(try cycle.consume().isEmpty, "a third cycle brought files again")
            }
            #expect(takenWithoutReceipt >= 1, "no consumer took a file whose row had no receipt")
        }

        private func killed(_ phases: [Phase: Int]) -> Int {
            phases.reduce(0) { $0 + ($1.key == .notKilled ? 0 : $1.value) }
        }
    }
}
