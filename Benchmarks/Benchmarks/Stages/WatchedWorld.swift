import Foundation
import TriggerModel
import WatcherRuntime

/// A configuration directory, 500 feeds on a server, and the command that runs a cycle over them.
final class WatchedWorld {
    static let sources = 500
    private static let accounts = 1000

    private let folder: String
    private let server: FeedServer
    private let clock: Timestamp
    private var generation = 0

    /// - Parameter givesValidators: false for a server that answers 200 to everything; its feeds never move on.
    init(givesValidators: Bool = true) throws {
        folder = try ScratchFolder.make("world")
        clock = InventedStory(InventedFeeds.itemsEach).published
        let files = FileManager.default
        for part in ["www", "config/sources", "config/accounts"] {
            try files.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        for part in ["rules", "profiles"] {
            try files.copyItem(atPath: "\(ShippedConfig.directory)/\(part)", toPath: "\(folder)/config/\(part)")
        }
        try Self.publish(0, in: folder)
        server = try FeedServer(folder: "\(folder)/www", givesValidators: givesValidators)
        try ScratchFolder.write(Self.settings, to: "\(folder)/config/whynow.yaml")
        try ScratchFolder.write(Self.reps, to: "\(folder)/config/reps.yaml")
        try ScratchFolder.write(sourceList(), to: "\(folder)/config/sources/feeds.yaml")
        try ScratchFolder.write(
            InventedAccounts.csv(Self.accounts), to: "\(folder)/config/accounts/accounts.csv")
    }

    /// Every feed moves on: two new stories at its top, the two oldest gone.
    func moveOn() throws {
        generation += 1
        try publish()
    }

    /// One `run --once`.
    /// - Parameter pollsEverything: false where every source has just been polled: a cycle that finds nothing due.
    func cycle(pollsEverything: Bool) async throws -> CycleSummary {
        let command = RunCommand(
            directory: "\(folder)/config", clock: RuntimeClock(frozenAt: clock.adding(seconds: generation * 60)),
            output: CommandOutput(data: { _ in }, talk: { _ in }))
        return try await command.cycle(CycleOptions(pollsEverything: pollsEverything)) { _ in }
    }

    private func publish() throws { try Self.publish(generation, in: folder) }

    private static func publish(_ generation: Int, in folder: String) throws {
        for feed in 0..<sources {
            let path = "\(folder)/www/\(feed).xml"
            try ScratchFolder.write(InventedFeeds.rss(feed, first: generation * 2), to: path)
            // Last-Modified counts in seconds, and two generations may be written within one.
            let date = Date(timeIntervalSince1970: 1_700_000_000 + Double(generation) * 60)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
    }

    private func sourceList() -> String {
        var text = "sources:\n"
        for feed in 0..<Self.sources {
            text += """
                  newsroom\(feed):
                    kind: feed
                    url: "\(server.baseURL)/\(feed).xml"
                    publisher: Newsroom \(feed)
                    interval: 15 minutes

                """
        }
        return text
    }

    private static let settings = """
        directories:
          state: ../state
        contact: bench@seller.example
        network:
          allow: ["127.0.0.0/8"]
          transfers: 16
          transfers-per-host: 16
        first-poll: seed

        """
    private static let reps = """
        reps:
          dana: { name: Dana Reyes, email: dana@seller.example, timezone: America/Chicago }

        """
}
