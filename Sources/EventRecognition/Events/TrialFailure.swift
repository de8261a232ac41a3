package import RuleLanguage
import TriggerModel

/// A sentence of a rule's own that was not judged as the rule says.
package struct TrialFailure: Hashable, Sendable, CustomStringConvertible {
    package var rule: String
    package var place: SourcePlace
    /// The title, or the first text the trial has.
    package var text: String
    package var shouldMatch: Bool
    /// What recognition made of it instead.
    package var happened: String

    package var description: String {
        "\(place): \(rule): \"\(text)\" must \(shouldMatch ? "" : "not ")match: \(happened)"
    }

    init?(rule: String, trial: TriggerRule.Trial, result: Recognition) {
        let found = result.events.filter { $0.trigger == rule }
        let isStated = found.contains { $0.confidence >= 0.5 }
        guard isStated != trial.shouldMatch else { return nil }
        self.rule = rule
        place = trial.place
        text = trial.item.title ?? trial.item.summary ?? trial.item.content ?? ""
        shouldMatch = trial.shouldMatch
        if let event = found.max(by: { $0.confidence < $1.confidence }) {
            let parts = event.confidenceParts.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
            let evidence = event.evidence.first.map { "\"\($0.text)\"" } ?? "the filing"
            happened = "recognised from \(evidence) with confidence \(event.confidence) (\(parts))"
        } else if let gate = result.gates.first(where: { $0.detail.hasPrefix(rule) }) {
            happened = "stopped at \(gate.gate): \(gate.detail)"
        } else {
            happened = "no clause matched"
        }
    }
}
