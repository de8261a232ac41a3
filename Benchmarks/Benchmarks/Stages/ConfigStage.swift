import Benchmark
import ConfigLoading
import EventRecognition
import Foundation
import TriggerModel
import WatcherRuntime

/// Files to a configuration.
enum ConfigStage {
    private static let accounts = 100_000

    static func register() {
        measure("config: load \(accounts) accounts") { ConfigLoader(directory: $0).load().configuration.accounts.count }
        // What a SIGHUP costs, when every file has changed, until the first item can be matched.
        measure("config: reload \(accounts) accounts, index and all") { directory in
            let loaded = ConfigLoader(directory: directory).load().configuration
            blackHole(ReasonEngine(loaded).recogniser.mentions(in: Item(source: "bench", id: "1", title: "Acme")))
            return loaded.accounts.count
        }
    }

    private static func measure(_ name: String, _ load: @escaping (String) -> Int) {
        Benchmark(name, configuration: .stage("load", seconds: 4)) { benchmark, directory in
            var loaded = 0
            benchmark.pass(Work(unit: "load", count: 1)) { loaded = load(directory) }
            if loaded != accounts { benchmark.error("\(loaded) accounts were loaded, not \(accounts)") }
        } setup: {
            let directory = try ScratchFolder.make("config")
            for part in ["whynow.yaml", "reps.yaml", "rules", "profiles"] {
                try FileManager.default.copyItem(
                    atPath: "\(ShippedConfig.directory)/\(part)", toPath: "\(directory)/\(part)")
            }
            let folder = try ScratchFolder.make("config/accounts")
            try ScratchFolder.write(InventedAccounts.csv(accounts), to: "\(folder)/accounts.csv")
            return directory
        } teardown: {
            try ScratchFolder.remove()
        }
    }
}
