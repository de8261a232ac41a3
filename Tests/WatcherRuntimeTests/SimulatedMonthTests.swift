import Foundation
import Ledger
import Testing
import TriggerModel

@testable import WatcherRuntime

/// Two hundred sources, four weeks to learn their habits and a month in which things go wrong (issue: "nothing is
/// missed", "every source has a rhythm"). Real sockets, a clock of its own, everything from one seed.
@Suite("A simulated month", .serialized, .timeLimit(.minutes(15)))
struct SimulatedMonthTests {
    typealias Plan = SimulatedMonthPlan

    @Test func `finds each fault once, loses nothing and counts everything`() async throws {
        let world = try SimulatedMonthWorld()
        #expect(world.sites.count == 200)
        let clock = ContinuousClock()
        let began = clock.now
        try await world.run()
        let check = try SimulatedMonthCheck(world)
        print(check.table(after: clock.now - began))

        for finding in check.findings { Issue.record("\(finding)") }
        #expect(check.falseAlarms.count <= SimulatedMonthCheck.mostFalseAlarms, "\(check.falseAlarms)")
    }
}
