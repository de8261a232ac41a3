internal import ConfigLoading
internal import TriggerModel

/// `whynow sources export [FILE]`: the feeds as OPML, for feed readers and for another whynow.
package struct SourcesExportCommand {
    private let directory: String
    private let output: CommandOutput

    package init(directory: String, output: CommandOutput) {
        self.directory = directory
        self.output = output
    }

    /// - Parameter path: nil or `-` for stdout.
    package func run(to path: String?) throws -> ExitCode {
        let sources = try StartConfiguration.load(directory).configuration.sources
        let feeds = sources.filter { $0.kind == .feed }
        let text = OPML.write(feeds)
        if let path, path != "-" {
            do throws(AtomicFile.Failure) {
                try AtomicFile.save(text, to: path)
            } catch {
                throw CommandFailure(.cannotCreate, error.description)
            }
        } else {
            output.data(Array(text.utf8))
        }
        let rest = sources.count - feeds.count
        let off = feeds.count { !$0.isEnabled }
        output.talk(
            "\(CycleSummary.counted(feeds.count, "feed")) written, \(off) of them switched off (as comments)"
                + (rest > 0 ? "; \(CycleSummary.counted(rest, "source")) of other kinds have no place in OPML" : ""))
        return .ok
    }
}
