internal import ConfigLoading
internal import EventRecognition
internal import Foundation
internal import Ledger
internal import ProfileMatching
internal import TriggerModel

/// `whynow explain --text`: what the rules of now make of a text that somebody pastes. Reads and changes no state.
package struct ExplainTextCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    private struct Report: Encodable {
        var trace: [String]
        var result: MatchResult
    }

    /// Bytes of a pasted text that are read, at most: the longest field of an item is shorter.
    private static let longest = 4 << 20

    /// What stands on standard input.
    package static func pasted() throws -> String {
        let data = try FileHandle.standardInput.read(upToCount: longest) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// - Parameter text: the first line is the headline, the rest is the article.
    package func run(text: String, json: Bool) throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true)
        guard let headline = lines.first.map({ $0.trimmingCharacters(in: .whitespaces) }), !headline.isEmpty else {
            throw CommandFailure(.usage, "the text is empty: its first line is read as the headline")
        }
        let engine = ReasonEngine(loaded.configuration)
        let now = clock.now()
        let item = Item(
            source: "text", id: "text", title: headline, content: lines.count > 1 ? String(lines[1]) : nil,
            published: now)
        let teller = TellerOrigin(source: "text", publisher: "text", isFirstHand: false)
        let recognition = engine.recogniser.recognise(item, teller: teller, received: now)
        var batch = MatchBatch(engine: engine, now: now)
        batch.add(item)
        guard let result = batch.results().first else { return .ok }
        let trace = recognition.trace.map { trace in
            let stopped = trace.stoppedBy.isEmpty ? "" : "; stopped by \(trace.stoppedBy)"
            return "\(trace.trigger) (\(trace.clause)): \"\(trace.text)\"\(stopped)"
        }
        if json {
            output.data(try JSONLines().line(Report(trace: trace, result: result)))
            return .ok
        }
        for line in self.lines(recognition, trace, result, engine.judged(recognition, item, at: now)) {
            output.line(line)
        }
        return .ok
    }

    private func lines(
        _ recognition: Recognition, _ trace: [String], _ result: MatchResult, _ stopped: [String]
    ) -> [String] {
        func two(_ number: Double) -> String { String(format: "%.2f", number) }
        var lines: [String] = []
        for mention in recognition.mentions {
            lines.append("Account   \(mention.account), named \"\(mention.name)\", certainty \(two(mention.certainty))")
        }
        for line in trace { lines.append("Rule      \(line)") }
        for event in recognition.events {
            lines.append("Event     \(event.trigger) on \(event.date), confidence \(two(event.confidence))")
            for part in event.confidenceParts { lines.append("          \(part.name) \(two(part.value))") }
            for party in event.parties {
                lines.append(
                    "Party     \(party.role.rawValue): \(party.name)"
                        + (party.account.map { ", account \($0)" } ?? ", nobody's account"))
            }
        }
        for match in result.matches {
            let parts = match.parts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            lines.append(
                "Reason    for \(match.account) (\(match.relation.rawValue), profile \(match.profile)): "
                    + "\(match.score) = \(parts.joined(separator: " + "))")
        }
        for gate in recognition.gates {
            lines.append("Stopped   at \(gate.stage.rawValue): \(gate.gate): \(gate.detail)")
        }
        lines += stopped
        if lines.isEmpty { lines.append("Nothing   no rule has words for it, and no account is named") }
        return lines
    }
}

extension ReasonEngine {
    /// What stops the events of one item on their way to accounts, line by line.
    fileprivate func judged(_ recognition: Recognition, _ item: Item, at now: Timestamp) -> [String] {
        let context = context(at: now)
        return recognition.events.flatMap { event in
            verdict(on: event, toldBy: [item], context).gates.map { entry in
                let whom = entry.account.map { "for \($0) " } ?? ""
                return "Stopped   \(whom)at \(entry.gate.stage.rawValue): \(entry.gate.gate): \(entry.gate.detail)"
            }
        }
    }
}
