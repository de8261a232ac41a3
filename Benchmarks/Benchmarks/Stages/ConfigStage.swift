import Benchmark
import ConfigLoading
import Foundation

/// Files to a configuration.
enum ConfigStage {
    private static let accounts = 100_000

    static func register() {
        Benchmark("config: load \(accounts) accounts", configuration: .stage("load", seconds: 4)) {
            benchmark, directory in
            var loaded = 0
            benchmark.pass(Work(unit: "load", count: 1)) {
                loaded = ConfigLoader(directory: directory).load().configuration.accounts.count
            }
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
