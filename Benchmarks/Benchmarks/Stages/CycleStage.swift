import Benchmark
import WatcherRuntime

/// The whole way, `run --once` over 500 feeds on loopback: fetch, parse, judge, commit, deliver.
///
/// The server runs in a process of its own. What a cycle costs that finds nothing due (load the configuration, build
/// the index, open the state file) is measured beside it and left out of the CPU per source.
enum CycleStage {
    static func register() {
        measure("cycle: sources that answer 304")
        measure("cycle: sources that answer 200 with the body of last time", givesValidators: false)
        measure("cycle: sources with 2 new of 30 items", isChanged: true)
    }

    private static func measure(_ name: String, isChanged: Bool = false, givesValidators: Bool = true) {
        let sources = WatchedWorld.sources
        Benchmark(name, configuration: .stage("source", seconds: 12)) {
            (benchmark: Benchmark, world: WatchedWorld) async throws in
            if isChanged { try world.moveOn() }
            let start = Reading()
            _ = try await world.cycle(pollsEverything: false)
            let idle = Reading().cpu - start.cpu
            var changed = 0
            try await benchmark.pass(Work(unit: "source", count: sources), idle: idle) {
                let summary = try await world.cycle(pollsEverything: true)
                changed = summary.polled - summary.unchanged - summary.failures.count
            }
            let expected = isChanged ? sources : 0
            if changed != expected { benchmark.error("\(changed) of \(sources) sources had news, not \(expected)") }
        } setup: {
            let world = try WatchedWorld(givesValidators: givesValidators)
            _ = try await world.cycle(pollsEverything: true)
            return world
        } teardown: {
            try ScratchFolder.remove()
        }
    }
}
