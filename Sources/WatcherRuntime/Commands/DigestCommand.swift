internal import ConfigLoading
internal import Delivery
internal import Ledger
package import TriggerModel

/// `whynow digest`: one rep's morning, printed and not sent.
package struct DigestCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    /// - Parameter day: nil means the rep's today.
    package func run(rep id: String, day: CalendarDay?, format: String) throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        guard let rep = loaded.configuration.rep(id) else {
            let known = loaded.configuration.reps.map(\.id).joined(separator: ", ")
            throw CommandFailure(
                .usage, "there is no rep '\(id)' in reps.yaml (there: \(known.isEmpty ? "none" : known))")
        }
        let ledger = try Workplace.openForReading(loaded.configuration.settings)
        let now = clock.now()
        let today = now.adding(seconds: RuntimeClock.secondsFromGMT(rep.timezone, at: now)).day
        let morning = try MorningRunner.build(
            for: rep, day: day ?? today, at: now, engine: ReasonEngine(loaded.configuration), ledger: ledger)
        switch format {
        case "eml": output.data(morning.mail.bytes)
        case "html": output.data(Array(morning.rendered.html.utf8))
        default: output.data(Array(("Subject: \(morning.rendered.subject)\n\n" + morning.rendered.text).utf8))
        }
        return .ok
    }
}
